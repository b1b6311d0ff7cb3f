-- Shifts and places that came from a spreadsheet, so that an import can be taken back as a whole.

create table roster_imports (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  member_id uuid references members (id) on delete set null,
  made_at timestamptz not null,
  shifts int not null check (shifts >= 0),
  places int not null check (places >= 0)
);
create index roster_imports_of on roster_imports (jour_id, made_at);
comment on table roster_imports is 'Imports of a roster that can still be taken back. Nothing of the file itself. Deleted after seven days.';
comment on column roster_imports.id is 'technical | random number | 7 days, or until it is taken back | coordinators';
comment on column roster_imports.jour_id is 'public | the jour | 7 days, or until it is taken back | everyone';
comment on column roster_imports.member_id is 'staff | who read it in | 7 days, or until it is taken back | coordinators';
comment on column roster_imports.made_at is 'staff | when | 7 days, or until it is taken back | coordinators';
comment on column roster_imports.shifts is 'staff | how many shifts came by it | 7 days, or until it is taken back | coordinators';
comment on column roster_imports.places is 'staff | how many places came by it | 7 days, or until it is taken back | coordinators';
select lykta_tenant_table('roster_imports');

alter table planned_shifts add column import_id uuid references roster_imports (id) on delete set null;
create index planned_shifts_import on planned_shifts (import_id) where import_id is not null;
comment on column planned_shifts.import_id is 'technical | by which import it came | 7 days, or until it is taken back | coordinators';
alter table shift_places add column import_id uuid references roster_imports (id) on delete set null;
create index shift_places_import on shift_places (import_id) where import_id is not null;
comment on column shift_places.import_id is 'technical | by which import it came | 7 days, or until it is taken back | coordinators';

-- What was last said by mail of the nearest lapse of those who may sign for the jour, so that it is said thrice and not daily.
create table custody_reminders (
  jour_id uuid primary key references jours (id) on delete cascade,
  lapses_at timestamptz not null,
  step int not null check (step between 1 and 3)
);
comment on table custody_reminders is 'Which reminder of a lapse has gone out. Nothing of whom.';
comment on column custody_reminders.jour_id is 'public | the jour | until the next lapse is reminded of | everyone';
comment on column custody_reminders.lapses_at is 'staff | which lapse | until the next lapse is reminded of | the server';
comment on column custody_reminders.step is 'technical | the first, second or last reminder of it | until the next lapse is reminded of | the server';
select lykta_tenant_table('custody_reminders');
