"""The steps of a case, one a unit: their requests come from the plan, their results go to the next step."""
