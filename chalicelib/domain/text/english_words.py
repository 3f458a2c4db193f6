"""Word lists for English: what carries no meaning of its own, common verbs, and nouns too general for a heading."""

from chalicelib.domain.text.word_lists import words_of

DETERMINERS = words_of("""
a an the this that these those its his her their our your my some any each every no both such all another
other of in on at by for from with without into onto about between among through during against within
across via under over towards upon
""")
STOP_WORDS = DETERMINERS | words_of("""
and or but nor so yet if then than as is are was were be been being am do does did has have had having will
would can could shall should may might must not no to it he she they we you i me him them us who whom whose
which what when where why how there here because while although though however therefore thus hence since
until unless whether also too very more most less least much many few several only just even still already
often usually generally typically especially particularly mainly mostly always never ever again once up down
out off one two three four five six seven eight nine ten first second third own same different various e.g
i.e etc example instance including like well now new one's don't doesn't isn't it's they're you're we're
don’t doesn’t isn’t it’s they’re you’re we’re per rather either neither approximately around both another
whence cannot notably amongst instead certain similar easy short easier quicker everyone people
""")
WEAK_NOUNS = words_of("""
way ways thing things kind kinds type types form forms part parts case cases number numbers series use lot
fact sense example examples time times person year years century centuries point end order rest majority
addition contrast result results place places set others other half date day days terms approach region term
word words name names work works means level levels amount amounts range variety need needs role impact
difference interest body piece pieces importance volume field writing merits favor concept meaning object
strategy presence accordance rpm gbit hertz bc ad ce bce km states state rates ones matter doubt country
countries world content july january february march april june august september october november december
situation circumstance basis context hundreds thousands millions supplement reader members topics
""")
VERBS = words_of("""
is are was were has have had do does did make makes made use used take takes took become becomes became show
shows showed give gives gave find finds found say says said see sees saw come comes came go goes went get
gets got keep keeps kept begin begins began know known lead leads led contain contains include includes
provide provides produce produces consist consists allow allows help helps helped refer refers want wants
mean means believe think try tries write writes wrote run runs ran put puts read hold holds held bring
brings brought describe describes explain explains serve serves require requires represent represents risk
avoid spot consider understand prefer ask build ensure differ exhaust exhausts examine
examined affect affects indicate indicates depend depends obtain obtains register govern recognize
recognized recommend recommended announce announced improve reduce minimize create render measure retired
boost acts act encompass encompasses comprise comprises cover covers derive derives rotate rotates exist
exists occur occurs remain remains appear appears seem seems cause causes increase increases decrease
decreases grow grows live lives reach reaches follow follows mutate mutates trace proposed
formulated pioneered devoted translated acted contribute contributes hurt stay launched built opened switch
switches inferred
""")
OF_A_PEOPLE = words_of("""
Islamic Muslim Christian Chinese French Spanish Portuguese Dutch Polish English Greek Latin Indian Persian
American Japanese German Italian Russian European Asian British Arabic Korean
""")
NOUNS_IN_ING = words_of("""
building buildings painting paintings training housing shipping engineering packaging loading rendering
networking computing gearing welding brazing diving marketing manufacturing
""")
COMPARATIVE_OPENINGS = words_of("""
larger largest smaller smallest higher highest lower lowest bigger biggest great greater greatest important
major minor main whole earlier later early late common good better best true simple simplest large
small big high low oldest newest modern
""")
"""Words before a noun that compare or judge; a heading says more without them."""
ADJECTIVES_ALONE = words_of("""
detrimental unstable stable inclusive accessible usable unfamiliar legal personal
""")
