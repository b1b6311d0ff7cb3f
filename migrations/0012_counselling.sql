-- The counselling service. A request is a correspondence of its own team; its form, its answers and
-- how she wants to be reached lie inside the seal. What stands here is coarse.

alter table team_keys drop constraint team_keys_team_check;
alter table team_keys add constraint team_keys_team_check check (team in ('letters', 'intake'));

alter table mailboxes add column team text not null default 'letters' check (team in ('letters', 'intake'));
alter table mailboxes alter column team drop default;
comment on column mailboxes.team is 'coarse | whether it was written to those who answer letters or to the counselling service | until she deletes it or it expires | the team';

create table form_versions (
  jour_id uuid not null references jours (id) on delete cascade,
  kind text not null check (kind in ('intake', 'accompany')),
  version int not null check (version > 0),
  definition text not null check (length(definition) <= 60000),
  primary key (jour_id, kind, version)
);
comment on table form_versions is 'The questions that the jour asks whoever wants a talk or an accompanying supporter. No version is ever changed: what was answered stays with the questions as they were.';
comment on column form_versions.jour_id is 'public | the jour | while the jour is here | everyone';
comment on column form_versions.kind is 'public | a request for a talk, or for an accompanying supporter | while the jour is here | everyone';
comment on column form_versions.version is 'public | counts the versions | while the jour is here | everyone';
comment on column form_versions.definition is 'public | the questions, in Swedish and English | while the jour is here | everyone';
select lykta_tenant_table('form_versions');

-- Without a row here a request is new.
create table counselling_requests (
  mailbox_id bytea primary key references mailboxes (id) on delete cascade,
  jour_id uuid not null references jours (id) on delete cascade,
  stage text not null check (stage in ('new', 'contacted', 'waiting', 'booked', 'closed')),
  reason text check (reason in ('helped', 'referred', 'declined', 'no-answer', 'not-for-us', 'full', 'other')),
  version int not null default 1,
  check ((stage = 'closed') = (reason is not null))
);
comment on table counselling_requests is 'Where each request to the counselling service stands. What it says lies in the correspondence. Deleted with it.';
comment on column counselling_requests.mailbox_id is 'key | which correspondence | until she deletes it or it expires | the team';
comment on column counselling_requests.jour_id is 'public | the jour | until she deletes it or it expires | everyone';
comment on column counselling_requests.stage is 'coarse | how far the team has come with it | until she deletes it or it expires | the team';
comment on column counselling_requests.reason is 'coarse | why it was closed, one of seven | until she deletes it or it expires | the team';
comment on column counselling_requests.version is 'technical | counts the changes, so that nobody overwrites a colleague’s | until she deletes it or it expires | the team';
select lykta_tenant_table('counselling_requests');
