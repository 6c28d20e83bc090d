-- Conversations, their labels and their facts. Text columns escape what SQL text cannot hold: ESC and four hexadecimal
-- digits stand for one UTF-16 unit (NUL, half a surrogate pair, ESC itself).

CREATE TABLE label_model (
  model_no INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  digest TEXT NOT NULL,
  UNIQUE (name, version, digest)
) STRICT;

CREATE TABLE conversation (
  conversation_no INTEGER PRIMARY KEY,
  run_no INTEGER NOT NULL REFERENCES run,
  batch INTEGER NOT NULL,
  key_order BLOB NOT NULL,                 -- source and source_id as bytes that sort like the program sorts them
  source TEXT NOT NULL,
  source_id TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  source_file TEXT NOT NULL,
  source_line INTEGER NOT NULL CHECK (source_line >= 0),
  content_hash INTEGER NOT NULL,           -- 64 bits, written as a signed number
  turn_count INTEGER NOT NULL CHECK (turn_count >= 0),
  redaction_version TEXT NOT NULL,
  masked_spans INTEGER NOT NULL CHECK (masked_spans >= 0),
  model_no INTEGER REFERENCES label_model, -- NULL = no model ran
  UNIQUE (run_no, key_order, revision)
) STRICT;

-- A reopened conversation is rare: this small index answers "is there a later revision?" without a walk through the
-- large one.
CREATE INDEX conversation_reopened ON conversation (run_no, key_order, revision) WHERE revision > 1;

-- The masked transcript, compressed; apart, so that reading facts does not drag it along.
CREATE TABLE transcript (
  conversation_no INTEGER PRIMARY KEY REFERENCES conversation,
  payload BLOB NOT NULL
) STRICT;

CREATE TABLE label (
  conversation_no INTEGER NOT NULL REFERENCES conversation,
  turn_index INTEGER NOT NULL CHECK (turn_index >= 0),
  intent TEXT NOT NULL,
  confidence REAL NOT NULL,
  out_of_scope REAL NOT NULL,              -- score; comparable within one model version
  is_out_of_scope INTEGER NOT NULL CHECK (is_out_of_scope IN (0, 1)),
  candidates TEXT,                         -- [["intent", confidence or null], ...]; NULL = none
  prediction_set TEXT,                     -- ["intent", ...]; NULL = none
  PRIMARY KEY (conversation_no, turn_index)
) STRICT, WITHOUT ROWID;

CREATE TABLE facts (
  conversation_no INTEGER NOT NULL REFERENCES conversation,
  attempt INTEGER NOT NULL CHECK (attempt >= 0), -- 0 = with the batch; each retry of its verdicts adds one
  bot_version TEXT,
  scenario_id TEXT,
  trial INTEGER NOT NULL,
  night TEXT,                              -- UTC day
  user_key TEXT,
  intent TEXT,
  excluded_because TEXT,                   -- NULL = it counts
  goals_opened INTEGER,
  goals_reached INTEGER,
  goals_unscored INTEGER NOT NULL,
  is_escalated INTEGER CHECK (is_escalated IN (0, 1)),
  is_abandoned INTEGER CHECK (is_abandoned IN (0, 1)),
  user_turns INTEGER NOT NULL,
  bot_turns INTEGER NOT NULL,
  fallback_turns INTEGER,
  re_asks INTEGER NOT NULL,
  first_response_seconds REAL,
  handling_seconds REAL,
  cost_usd REAL,
  responses_passed INTEGER NOT NULL,
  responses_failed INTEGER NOT NULL,
  responses_abstained INTEGER NOT NULL,
  responses_uncovered INTEGER NOT NULL,
  responses_unscored INTEGER NOT NULL,
  critical_statements INTEGER NOT NULL,
  belief_turns INTEGER NOT NULL,
  belief_disagreements INTEGER NOT NULL,
  out_of_scope_turns INTEGER,
  PRIMARY KEY (conversation_no, attempt)
) STRICT, WITHOUT ROWID;

CREATE INDEX facts_retried ON facts (conversation_no, attempt) WHERE attempt > 0;
