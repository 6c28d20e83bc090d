-- Verdicts. A retried verdict points to the unscored one it supersedes; both stay.

CREATE TABLE judge (
  judge_no INTEGER PRIMARY KEY,
  judge TEXT NOT NULL,
  hash TEXT NOT NULL,
  UNIQUE (judge, hash)
) STRICT;

CREATE TABLE verdict (
  verdict_no INTEGER PRIMARY KEY,
  conversation_no INTEGER NOT NULL REFERENCES conversation,
  criterion TEXT NOT NULL,
  turn_index INTEGER CHECK (turn_index >= 0), -- NULL = the whole conversation
  subject_id TEXT,
  judge_no INTEGER NOT NULL REFERENCES judge,
  selection_probability REAL NOT NULL CHECK (selection_probability > 0 AND selection_probability <= 1),
  reason_code TEXT NOT NULL,
  explanation TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('graded', 'abstained', 'not_applicable', 'unscored')),
  grade TEXT CHECK (grade IN ('pass', 'fail', 'not_contradicted', 'contradicted')),
  probability REAL CHECK (probability >= 0 AND probability <= 1),
  evidence TEXT,                           -- [{"turn", "start", "end", "quote"}, ...]; NULL = none
  critical_statement_id TEXT,
  unscored_reason TEXT CHECK (unscored_reason IN (
    'unparsable', 'truncated', 'refused', 'evidence_not_found', 'transport', 'budget', 'too_large')),
  supersedes INTEGER REFERENCES verdict,
  CHECK ((outcome = 'graded') = (grade IS NOT NULL)),
  CHECK ((outcome = 'unscored') = (unscored_reason IS NOT NULL)),
  CHECK (outcome = 'graded' OR (probability IS NULL AND evidence IS NULL AND critical_statement_id IS NULL))
) STRICT;

CREATE INDEX verdict_by_conversation ON verdict (conversation_no);

-- Unique: a verdict is superseded once, so two retries of the same item cannot both stand.
CREATE UNIQUE INDEX verdict_superseded ON verdict (supersedes) WHERE supersedes IS NOT NULL;
