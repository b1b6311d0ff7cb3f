-- How the doors of the chat follow those who are there: what a coordinator has set, and what whoever is
-- on call behind the shift has said for today. Without a row a door opens when one is present.

create table channel_doors (
  jour_id uuid not null references jours (id) on delete cascade,
  face_id uuid not null,
  needed int not null default 1 check (needed between 1 and 20),
  last_entry_minutes int not null default 15 check (last_entry_minutes between 0 and 120),
  hand text check (hand in ('open', 'closed')),
  hand_until timestamptz,
  opens_at timestamptz,
  called_at timestamptz,
  primary key (jour_id, face_id),
  check ((hand is null) = (hand_until is null))
);
comment on table channel_doors is 'When the chat of a face opens. What was said for today is forgotten a day later.';
comment on column channel_doors.jour_id is 'public | the jour | while the jour is here | everyone';
comment on column channel_doors.face_id is 'public | the face | while the jour is here | everyone';
comment on column channel_doors.needed is 'staff | how many must be present where no shift says it | until a coordinator changes it | the jour';
comment on column channel_doors.last_entry_minutes is 'staff | how long before the end of a shift the last one may come in | until a coordinator changes it | the jour';
comment on column channel_doors.hand is 'staff | opened or closed by hand | at most a day | the jour';
comment on column channel_doors.hand_until is 'staff | until when | at most a day | the jour';
comment on column channel_doors.opens_at is 'public | an opening that was announced, earlier or later than the shift | at most a day | everyone';
comment on column channel_doors.called_at is 'staff | when somebody on the shift asked for whoever is on call | at most a day | the jour';
select lykta_tenant_table('channel_doors');

-- A shift at the telephone is planned like one in the chat, and opens no chat.
alter table planning_patterns drop constraint planning_patterns_kind_check;
alter table planning_patterns add constraint planning_patterns_kind_check
  check (kind in ('shift', 'phone', 'oncall', 'meeting', 'supervision'));
comment on column planning_patterns.kind is 'staff | a shift in the chat or at the telephone, on call behind it, a meeting or supervision | until a coordinator deletes it, or 3 months after its last day | the jour';
alter table planned_shifts drop constraint planned_shifts_kind_check;
alter table planned_shifts add constraint planned_shifts_kind_check
  check (kind in ('shift', 'phone', 'oncall', 'meeting', 'supervision'));
comment on column planned_shifts.kind is 'staff | a shift in the chat or at the telephone, on call behind it, a meeting or supervision | until 3 months after it | the jour';
