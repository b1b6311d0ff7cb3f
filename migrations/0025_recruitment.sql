-- Recruitment of volunteers. An application is a correspondence of a team of its own; who she is, how she
-- may be reached and what she answers lie inside the seal. What stands here is coarse.

alter table team_keys drop constraint team_keys_team_check;
alter table team_keys add constraint team_keys_team_check check (team in ('letters', 'intake', 'recruiters'));
alter table mailboxes drop constraint mailboxes_team_check;
alter table mailboxes add constraint mailboxes_team_check check (team in ('letters', 'intake', 'recruiters'));
comment on column mailboxes.team is 'coarse | whether it was written to those who answer letters, to the counselling service or to those who recruit | until she deletes it or it expires | the team';
alter table form_versions drop constraint form_versions_kind_check;
alter table form_versions add constraint form_versions_kind_check check (kind in ('intake', 'accompany', 'application'));
comment on column form_versions.kind is 'public | a request for a talk, for an accompanying supporter, or an application to volunteer | while the jour is here | everyone';

create table recruitment_rounds (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  words text not null check (length(words) <= 40000),
  opens_on date not null,
  ends_on date not null check (ends_on >= opens_on),
  keep_months int not null default 3 check (keep_months between 1 and 12),
  version int not null default 1
);
comment on table recruitment_rounds is 'Notices by which the jour looks for volunteers. Deleted with the last application to it.';
comment on column recruitment_rounds.id is 'technical | random number of the round | until its applications are deleted | everyone';
comment on column recruitment_rounds.jour_id is 'public | the jour | until its applications are deleted | everyone';
comment on column recruitment_rounds.words is 'public | heading and text of the notice, in Swedish and English | until its applications are deleted | everyone';
comment on column recruitment_rounds.opens_on is 'public | the first day to apply | until its applications are deleted | everyone';
comment on column recruitment_rounds.ends_on is 'public | the last day to apply | until its applications are deleted | everyone';
comment on column recruitment_rounds.keep_months is 'public | months after the last day when all applications to it are deleted | until its applications are deleted | everyone';
comment on column recruitment_rounds.version is 'technical | counts the changes, so that nobody overwrites a colleague’s | until its applications are deleted | recruiters';
select lykta_tenant_table('recruitment_rounds');

create table recruitment_settings (
  jour_id uuid primary key references jours (id) on delete cascade,
  content text not null check (length(content) <= 40000),
  version int not null default 1
);
comment on table recruitment_settings is 'What the jour asks of whoever wants to volunteer, and the words with which she answers.';
comment on column recruitment_settings.jour_id is 'public | the jour | while the jour is here | everyone';
comment on column recruitment_settings.content is 'public | the conditions, and drafts of a welcome and of a kind no, in Swedish and English | until they are changed | the conditions: everyone; the drafts: recruiters';
comment on column recruitment_settings.version is 'technical | counts the changes, so that nobody overwrites a colleague’s | while the jour is here | recruiters';
select lykta_tenant_table('recruitment_settings');

-- Without a row here an application has just come; a row is made within minutes.
create table recruitment_applications (
  mailbox_id bytea primary key references mailboxes (id) on delete cascade,
  jour_id uuid not null references jours (id) on delete cascade,
  round_id uuid references recruitment_rounds (id) on delete set null,
  stage text not null check (stage in ('interested', 'applied', 'invited', 'talked', 'welcome', 'declined')),
  delete_on date not null,
  version int not null default 1
);
create index recruitment_applications_over on recruitment_applications (jour_id, delete_on);
comment on table recruitment_applications is 'How far the recruiters have come with each application. What it says lies in the correspondence. Deleted with it.';
comment on column recruitment_applications.mailbox_id is 'key | which correspondence | until it is deleted | herself, recruiters';
comment on column recruitment_applications.jour_id is 'public | the jour | until it is deleted | everyone';
comment on column recruitment_applications.round_id is 'coarse | the round in which she applied | until it is deleted | herself, recruiters';
comment on column recruitment_applications.stage is 'coarse | how far it has come, one of six | until it is deleted | herself, recruiters';
comment on column recruitment_applications.delete_on is 'coarse | the day on which it is deleted at the latest, whatever has become of it | until it is deleted | herself, recruiters';
comment on column recruitment_applications.version is 'technical | counts the changes, so that nobody overwrites a colleague’s | until it is deleted | recruiters';
select lykta_tenant_table('recruitment_applications');

create table recruitment_meetings (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  member_id uuid references members (id) on delete set null,
  kind text not null check (kind in ('information', 'interview')),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  place text not null check (length(place) between 1 and 200),
  seats int not null check (seats between 1 and 200),
  check (kind = 'information' or seats = 1)
);
create index recruitment_meetings_ahead on recruitment_meetings (jour_id, starts_at);
comment on table recruitment_meetings is 'Information meetings and times for interviews. Deleted two weeks after they are over.';
comment on column recruitment_meetings.id is 'technical | random number of the meeting | until two weeks after it | recruiters, and whoever may choose it';
comment on column recruitment_meetings.jour_id is 'public | the jour | until two weeks after it | everyone';
comment on column recruitment_meetings.member_id is 'staff | who holds it; nobody when she has left | until two weeks after it | recruiters';
comment on column recruitment_meetings.kind is 'public | an information meeting for many, or an interview | until two weeks after it | everyone';
comment on column recruitment_meetings.starts_at is 'staff | when it begins | until two weeks after it | information meetings: everyone; interviews: recruiters, and whoever may choose it';
comment on column recruitment_meetings.ends_at is 'staff | when it ends | until two weeks after it | information meetings: everyone; interviews: recruiters, and whoever may choose it';
comment on column recruitment_meetings.place is 'staff | where, in the jour’s own words | until two weeks after it | information meetings: everyone; interviews: recruiters, and whoever may choose it';
comment on column recruitment_meetings.seats is 'public | how many may come | until two weeks after it | everyone';
select lykta_tenant_table('recruitment_meetings');

create table recruitment_seats (
  meeting_id uuid not null references recruitment_meetings (id) on delete cascade,
  mailbox_id bytea not null references mailboxes (id) on delete cascade,
  jour_id uuid not null references jours (id) on delete cascade,
  primary key (meeting_id, mailbox_id)
);
create index recruitment_seats_of on recruitment_seats (mailbox_id);
comment on table recruitment_seats is 'Which correspondence has a seat at which meeting. Nothing here says who she is.';
comment on column recruitment_seats.meeting_id is 'technical | which meeting | until she gives it back, deletes all, or two weeks after it | herself, recruiters';
comment on column recruitment_seats.mailbox_id is 'key | which correspondence | until she gives it back, deletes all, or two weeks after it | herself, recruiters';
comment on column recruitment_seats.jour_id is 'public | the jour | until she gives it back, deletes all, or two weeks after it | everyone';
select lykta_tenant_table('recruitment_seats');
