-- Runs, their checkpoints and their ends. Rows are only added: a run is running while it has no outcome, and the
-- batches it has done are those that have a row.

CREATE TABLE run (
  run_no INTEGER PRIMARY KEY,              -- order of start
  run_id TEXT NOT NULL UNIQUE,
  plan_hash TEXT NOT NULL,
  plan_json TEXT NOT NULL,
  started_at TEXT NOT NULL                 -- UTC, ISO 8601
) STRICT;

CREATE INDEX run_by_plan ON run (plan_hash, run_no);

CREATE TABLE batch (
  run_no INTEGER NOT NULL REFERENCES run,
  number INTEGER NOT NULL CHECK (number >= 0),
  conversations INTEGER NOT NULL CHECK (conversations >= 0),
  first_conversation INTEGER,              -- conversations of a batch are numbered without gaps; NULL = it has none
  rejected INTEGER NOT NULL CHECK (rejected >= 0),
  duplicates INTEGER NOT NULL CHECK (duplicates >= 0),
  reopened INTEGER NOT NULL CHECK (reopened >= 0),
  conflicts INTEGER NOT NULL CHECK (conflicts >= 0),
  PRIMARY KEY (run_no, number),
  CHECK ((conversations = 0) = (first_conversation IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE run_outcome (
  run_no INTEGER PRIMARY KEY REFERENCES run,
  outcome_json TEXT NOT NULL
) STRICT;

CREATE TABLE rejected_input (
  rejected_no INTEGER PRIMARY KEY,         -- order of reading
  run_no INTEGER NOT NULL REFERENCES run,
  batch INTEGER NOT NULL,
  file TEXT NOT NULL,
  line INTEGER NOT NULL CHECK (line >= 0), -- 0 = the file as a whole
  reason_code TEXT NOT NULL,
  message TEXT NOT NULL
) STRICT;

CREATE INDEX rejected_input_by_run ON rejected_input (run_no);
