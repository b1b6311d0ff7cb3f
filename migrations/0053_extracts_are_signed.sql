-- Who handed in the copies of both register extracts, signed by her who sealed them: readers' keys are no
-- secret, so that without it a server could put copies of its own making in their place. Copies from before have none.
alter table extract_copies add column statement bytea check (length(statement) <= 512);
comment on column extract_copies.statement is 'staff | who sealed the copies, of whom, for which days, with her signature over the sealed bytes | at least two years after she ended there | the managers';
