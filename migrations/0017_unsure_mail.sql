-- Between the next server's "taken" and our note of it a mail may have gone, and goes again. That cannot be
-- excluded; that it may have happened is told.

alter table mail_outbox add column handing boolean not null default false;
alter table mail_outbox add column unsure boolean not null default false;
alter table mail_outbox drop constraint mail_outbox_dead;
alter table mail_outbox add constraint mail_outbox_dead check (sealed is not null or fault is not null or unsure);
comment on column mail_outbox.handing is 'technical | a try has begun whose end is not noted yet | until it is noted, or the next try begins | operators';
comment on column mail_outbox.unsure is 'technical | an earlier try ended without an answer: it may go twice, or has | until the next mail about the same, or thirty days | the team';
comment on table mail_outbox is 'Mail that goes out from the jour. A row is deleted when it is sent; of what could not be sent only the reason stays, of what may have gone twice only that.';

-- The marks of the telephone also settle, among several processes, whether a count was taken back.
comment on table phone_marks is 'Which steps of calls have been answered, and which counts settled or taken back, so that nothing is done twice.';
comment on column phone_marks.mark is 'technical | keyed hash of the operator''s number of a call and the step in it, or of a random number of a count | at most eight hours | operators';
