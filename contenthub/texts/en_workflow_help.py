"""English help texts of the commands for workflows, documents and workers."""

TEXTS = {
    "help.roadmap": "Learning roadmaps: curricula with a tutorial, resources and a quiz for each concept.",
    "help.roadmap.generate": (
        "Have a roadmap made: from a goal or topic, from a text, or from a curriculum that is there "
        "already (--framework).\n\nSays at once how to follow it; with --wait or --watch, stays until it "
        "has ended and prints its outline."
    ),
    "help.roadmap.status": "Show how far a roadmap is: the state of each concept's tutorial, resources and quiz.",
    "help.roadmap.show": (
        "Show a roadmap's outline in the order to learn in; of one CONCEPT, the tutorial, resources and quiz."
    ),
    "help.roadmap.review": (
        "Look at the curriculum that waits for a decision, and decide.\n\nIn a terminal it asks. In a "
        "script: --approve, --reject with --comments, or --edit FILE, which approves with the file in "
        "the curriculum's place. Without any of these, a script gets what is under review."
    ),
    "help.roadmap.export": "Write a roadmap as Markdown or JSON.",
    "help.roadmap.regenerate": "Make one artifact of one concept again.",
    "help.litigation": "Analyse the documents of a case for one side.",
    "help.litigation.start": (
        "Start an analysis. Files and folders are uploaded first; documents uploaded before are named by "
        "their ids.\n\nSays at once how to follow it; with --wait or --watch, stays until it has ended "
        "and prints the report."
    ),
    "help.litigation.status": "Show how far an analysis is, and the state of each document.",
    "help.litigation.documents": "List an analysis's documents and what became of each.",
    "help.litigation.report": "Print the report, or write it to a file as Markdown, JSON or DOCX.",
    "help.litigation.packages": "List the packages of rules that an analysis can work by.",
    "help.litigation.list": "List your analyses, newest first.",
    "help.document": "Documents for analyses: text, Markdown, PDF, Word.",
    "help.document.upload": "Upload files, or all files of a folder; prints their ids.",
    "help.document.list": "List documents, newest first.",
    "help.document.show": "Show one document.",
    "help.document.delete": "Delete a document.",
    "help.task.tree": "Show a workflow's units as a tree by stage, with their states and what failed.",
    "help.task.review": (
        "Look at what a workflow has under review, and decide.\n\nIn a terminal it asks. In a script: "
        "--approve, --reject with --comments, or --edit FILE. Without any of these, a script gets what "
        "is under review."
    ),
    "help.worker": "What the workers do, and whether they answer.",
    "help.worker.inspect": (
        "Show the tasks that run (active), the task types there are (registered), or the lanes (active_queues)."
    ),
    "help.worker.ping": (
        "Send a small task through every lane and say who answered, and how fast.\n\nThe exit code is 1 "
        "if a lane did not answer in time."
    ),
    "option.goal": "What you want to be able to do.",
    "help.roadmap.generate.--topic": "What the roadmap is about.",
    "option.framework": "JSON file with a curriculum: title, language, concepts. It is filled, not designed.",
    "help.roadmap.generate.--source": "Text file to make the curriculum from (UTF-8 or GB18030); - for standard input.",
    "help.roadmap.generate.--language": "Language of the roadmap.",
    "option.level": "What the learner knows already.",
    "option.hours_per_week": "Hours a week there are for learning.",
    "option.weeks": "Weeks there are for learning.",
    "option.max_concepts": "At most so many concepts.",
    "option.with_review": "Stop for a decision before the content is made.",
    "option.review_timeout": "How long to wait for the decision, e.g. 10m; then the roadmap fails.",
    "option.concept": "Concept id; see the outline.",
    "option.answers": "Also show the answers of the quiz.",
    "option.artifact": "Which of the concept's artifacts.",
    "option.approve": "Approve; the workflow goes on.",
    "option.reject": "Reject; the workflow goes back one step, with your comments.",
    "option.comments": "What should be different.",
    "option.edit": "Approve with this JSON file in place of what is under review; - for standard input.",
    "option.format": "Form of the document.",
    "option.output": "File to write to; - for standard output.",
    "option.document": "File, folder, or id of an uploaded document; may be given several times.",
    "option.case_type": "Kind of case, e.g. contract dispute.",
    "option.position": "The side to analyse for.",
    "option.user_input": "What you want to know; @FILE reads it from a file.",
    "option.package": "Package of rules; see: contenthub litigation packages.",
    "help.litigation.start.--language": "Language of the report.",
    "option.files": "Files or folders.",
    "option.document_id": "Document id.",
    "option.session_id": "Id of the analysis.",
    "option.all_of_them": "Show every unit, also where a stage has many.",
    "option.what": "What to look at.",
    "help.worker.ping.--max_wait": "How long to wait for the answers, e.g. 30s.",
}
