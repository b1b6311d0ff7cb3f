-- Which team reads what comes by each form of "Contact us": the office, or one that the coordinator chooses. Each has
-- a key and an inbox of its own, as the office has. Never a team to which those write who seek support.

alter table team_keys drop constraint team_keys_team_check;
alter table team_keys add constraint team_keys_team_check
  check (team in ('letters', 'intake', 'recruiters', 'office', 'board', 'lecturers'));
alter table mailboxes drop constraint mailboxes_team_check;
alter table mailboxes add constraint mailboxes_team_check
  check (team in ('letters', 'intake', 'recruiters', 'office', 'board', 'lecturers'));
comment on column mailboxes.team is 'coarse | whether it was written to those who answer letters, to the counselling service, to those who recruit, or (about something else than support) to the office, the board or those who lecture | until she deletes it or it expires | the team';

create table enquiry_readers (
  jour_id uuid not null references jours (id) on delete cascade,
  kind text not null check (kind in ('feedback', 'press', 'cooperation', 'giving')),
  team text not null check (team in ('office', 'board', 'lecturers')),
  primary key (jour_id, kind)
);
comment on table enquiry_readers is 'Which team reads what is written in a form of Contact us; without a row it is the office. What has come stays with the team to which it was sealed.';
comment on column enquiry_readers.jour_id is 'public | the jour | while the jour is here | everyone';
comment on column enquiry_readers.kind is 'public | the form | while the jour is here | everyone';
comment on column enquiry_readers.team is 'public | the team that reads it | until a coordinator chooses another | everyone';
select lykta_tenant_table('enquiry_readers');
