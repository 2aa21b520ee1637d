"""The central entity. Read `model` (statuses and acts), `policy` and `hours` (what is owed when), then the stores."""
