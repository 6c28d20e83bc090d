-- What counts today: the latest revision of each conversation, its newest facts, the verdicts that nothing supersedes.

CREATE VIEW latest_conversation AS
SELECT * FROM conversation AS c
WHERE NOT EXISTS (
  SELECT 1 FROM conversation AS later
  WHERE later.run_no = c.run_no AND later.key_order = c.key_order
    AND later.revision > c.revision AND later.revision > 1);

CREATE VIEW newest_facts AS
SELECT * FROM facts AS f
WHERE NOT EXISTS (
  SELECT 1 FROM facts AS newer
  WHERE newer.conversation_no = f.conversation_no AND newer.attempt > f.attempt AND newer.attempt > 0);

CREATE VIEW standing_verdict AS
SELECT * FROM verdict AS v
WHERE NOT EXISTS (SELECT 1 FROM verdict AS newer WHERE newer.supersedes = v.verdict_no);
