-- What a batch counted beside its rows, by name and subject, such as read:web or masked:EMAIL.

CREATE TABLE batch_counter (
  run_no INTEGER NOT NULL REFERENCES run,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count >= 0),
  PRIMARY KEY (run_no, number, name)
) STRICT, WITHOUT ROWID;
