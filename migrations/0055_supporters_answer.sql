-- A supporter answers in words; and she is told when the one whom she was to come along with is there no more.

alter table supporter_briefs add column by_her boolean not null default false;
comment on column supporter_briefs.by_her is 'coarse | whether she who is asked wrote it, and not the team | until it is called off, or the correspondence goes | the intake team, whoever is asked';
comment on table supporter_briefs is 'What the intake team tells a member whom it asks to come along, and what she answers in words. When she says no, or gives it back, all goes but the words that she says with it; when the team or the seeker calls it off, and with the correspondence, everything.';
comment on column supporter_briefs.n is 'coarse | counts what was written between her and the team | until she says no, it is called off, or the correspondence goes | the intake team, whoever is asked';

-- Whoever had said yes and is called off is mailed neutrally, once.
alter table supporter_asks add column untold boolean not null default false;
comment on column supporter_asks.untold is 'technical | whether a neutral mail that she need not come is still to be queued | until it is queued, the correspondence goes, or it expires | operators';

create table supporter_endings (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  why text not null check (why in ('deleted', 'expired')),
  had_said_yes boolean not null,
  untold boolean not null,
  delete_on date not null
);
create index supporter_endings_of on supporter_endings (member_id);
comment on table supporter_endings is 'That a visit which a member was asked to come along to is there no more, because she who asked has deleted everything or her mailbox has expired. Not which, and nothing of it. Deleted when the member has seen it, or after 30 days.';
comment on column supporter_endings.id is 'technical | random number | until she has seen it, at most 30 days | herself';
comment on column supporter_endings.jour_id is 'public | the jour | until she has seen it, at most 30 days | everyone';
comment on column supporter_endings.member_id is 'staff | who was asked to come along | until she has seen it, at most 30 days | herself';
comment on column supporter_endings.why is 'coarse | everything was deleted, or the mailbox expired | until she has seen it, at most 30 days | herself';
comment on column supporter_endings.had_said_yes is 'staff | whether she had said yes, or was only asked | until she has seen it, at most 30 days | herself';
comment on column supporter_endings.untold is 'technical | whether a neutral mail is still to be queued | until she has seen it, at most 30 days | operators';
comment on column supporter_endings.delete_on is 'coarse | the day on which it is deleted if she does not see it before | until she has seen it, at most 30 days | herself';
select lykta_tenant_table('supporter_endings');
