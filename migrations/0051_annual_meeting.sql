-- The annual meeting: whom it was called to, who was there, what was decided.

create table association_meetings (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  stage text not null check (stage in ('planned', 'called', 'open', 'held')),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  fee_year int check (fee_year between 2000 and 2100),
  sealed bytea not null check (octet_length(sealed) <= 120000),
  sequence int not null default 0,
  adjusted_on date,
  version int not null default 1
);
comment on table association_meetings is 'Meetings of the association.';
comment on column association_meetings.id is 'technical | random number of the meeting | until the board deletes it | board and coordinators; members who are called';
comment on column association_meetings.jour_id is 'public | the jour | until the board deletes it | everyone';
comment on column association_meetings.stage is 'staff | planned, called, open for attendance, held | until the board deletes it | board and coordinators; members who are called';
comment on column association_meetings.starts_at is 'staff | when it begins | until the board deletes it | board and coordinators; members who are called';
comment on column association_meetings.ends_at is 'staff | when it ends | until the board deletes it | board and coordinators; members who are called';
comment on column association_meetings.fee_year is 'staff | of which year the fee must be noted for a vote; none: every member has one | until the board deletes it | board and coordinators';
comment on column association_meetings.sealed is 'ciphertext | title, place, agenda; how many were there and had a vote; who has adjusted the minutes: under the secret of the house | until the board deletes it | board and coordinators; of it title, place and agenda members who are called; the server while it works';
comment on column association_meetings.sequence is 'technical | how many times it was called | until the board deletes it | board and coordinators';
comment on column association_meetings.adjusted_on is 'staff | the day on which the minutes were locked | until the board deletes it | board and coordinators';
comment on column association_meetings.version is 'technical | counts the changes, so that nobody overwrites a colleague’s | until the board deletes it | board and coordinators';
select lykta_tenant_table('association_meetings');

create table association_calls (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  meeting_id uuid not null references association_meetings (id) on delete cascade,
  member_id uuid not null references association_members (id) on delete cascade,
  is_handed boolean not null default false,
  unique (meeting_id, member_id)
);
create index association_calls_waiting on association_calls (jour_id) where not is_handed;
comment on table association_calls is 'To whom a meeting was called by mail, and how far that has come.';
comment on column association_calls.id is 'technical | random number of the mail | until the months after the meeting that the jour has set, or she leaves | board and coordinators';
comment on column association_calls.jour_id is 'public | the jour | as above | everyone';
comment on column association_calls.meeting_id is 'staff | which meeting | as above | board and coordinators';
comment on column association_calls.member_id is 'staff | which member | as above | board and coordinators';
comment on column association_calls.is_handed is 'technical | whether it was handed over to be sent | as above | board and coordinators';
select lykta_tenant_table('association_calls');

create table association_presence (
  meeting_id uuid not null references association_meetings (id) on delete cascade,
  member_id uuid not null references association_members (id) on delete cascade,
  jour_id uuid not null references jours (id) on delete cascade,
  has_vote boolean not null,
  by_herself boolean not null,
  primary key (meeting_id, member_id)
);
comment on table association_presence is 'Who was at a meeting. No moment is kept.';
comment on column association_presence.meeting_id is 'staff | which meeting | until the months after the meeting that the jour has set, or she leaves | board and coordinators';
comment on column association_presence.member_id is 'staff | which member | as above | board and coordinators; she herself';
comment on column association_presence.jour_id is 'public | the jour | as above | everyone';
comment on column association_presence.has_vote is 'staff | whether she stands on the voting roll | as above | board and coordinators';
comment on column association_presence.by_herself is 'staff | whether she noted it by her own page, or the secretary did | as above | board and coordinators';
select lykta_tenant_table('association_presence');

create table association_minutes (
  meeting_id uuid not null references association_meetings (id) on delete cascade,
  number int not null check (number between 1 and 200),
  jour_id uuid not null references jours (id) on delete cascade,
  id uuid not null unique,
  sealed bytea not null check (octet_length(sealed) <= 200000),
  written_by uuid references members (id) on delete set null,
  written_on date not null,
  primary key (meeting_id, number)
);
comment on table association_minutes is 'The minutes of a meeting, each version. Once adjusted there is no further one.';
comment on column association_minutes.meeting_id is 'staff | which meeting | until the board deletes the meeting | board and coordinators';
comment on column association_minutes.number is 'staff | the number of the version | until the board deletes the meeting | board and coordinators';
comment on column association_minutes.jour_id is 'public | the jour | as above | everyone';
comment on column association_minutes.id is 'technical | random number that the text is bound to | as above | operators';
comment on column association_minutes.sealed is 'ciphertext | the text, under the secret of the house | until the board deletes the meeting | board and coordinators; the server while it works';
comment on column association_minutes.written_by is 'staff | who wrote it at the desk; nobody when she has left | as above | board and coordinators';
comment on column association_minutes.written_on is 'staff | the day on which it was written | as above | board and coordinators';
select lykta_tenant_table('association_minutes');
