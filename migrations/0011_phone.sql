-- The telephone. Nothing of a caller is in any of these tables: no number, no name, no time of a call.

create table phone_lines (
  jour_id uuid not null references jours (id) on delete cascade,
  face_id uuid not null,
  version int not null default 1,
  number text not null check (number ~ '^\+[1-9][0-9]{6,14}$'),
  mode text not null check (mode in ('one-by-one', 'all')),
  first text not null check (first in ('longest-on-duty', 'in-turn')),
  ring_seconds int not null check (ring_seconds between 10 and 60),
  secret_hash bytea check (length(secret_hash) = 32),
  worked_on date,
  primary key (jour_id, face_id),
  foreign key (jour_id, face_id) references faces (jour_id, id) on delete cascade
);
comment on table phone_lines is 'How the number of a face rings to those on duty.';
comment on column phone_lines.jour_id is 'public | the jour | while the telephone is connected | everyone';
comment on column phone_lines.face_id is 'public | the face | while the telephone is connected | everyone';
comment on column phone_lines.version is 'technical | counts the changes, so that two coordinators do not overwrite each other | while the telephone is connected | coordinators';
comment on column phone_lines.number is 'public | the number at the operator; shown to those who are rung | while the telephone is connected | everyone';
comment on column phone_lines.mode is 'staff | one after another, or all at once | while the telephone is connected | coordinators';
comment on column phone_lines.first is 'staff | who is rung first | while the telephone is connected | coordinators';
comment on column phone_lines.ring_seconds is 'staff | how long each is rung | while the telephone is connected | coordinators';
comment on column phone_lines.secret_hash is 'key | SHA-256 of the secret in the address that the operator calls | until a new one is made | operators';
comment on column phone_lines.worked_on is 'coarse | the last day on which the operator reached us | while the telephone is connected | coordinators';
select lykta_tenant_table('phone_lines');

create table phone_recordings (
  jour_id uuid not null references jours (id) on delete cascade,
  face_id uuid not null,
  kind text not null check (kind in ('closed', 'unanswered')),
  name text not null check (name ~ '^[0-9a-f]{32}\.(mp3|wav|ogg)$'),
  audio bytea not null,
  primary key (jour_id, face_id, kind),
  foreign key (jour_id, face_id) references phone_lines (jour_id, face_id) on delete cascade
);
alter table phone_recordings alter column audio set storage external;
comment on table phone_recordings is 'What a caller hears when nobody answers, spoken by the jour.';
comment on column phone_recordings.jour_id is 'public | the jour | until it is changed | everyone';
comment on column phone_recordings.face_id is 'public | the face | until it is changed | everyone';
comment on column phone_recordings.kind is 'public | when it is played | until it is changed | everyone';
comment on column phone_recordings.name is 'public | hash of the sound, as its address names it | until it is changed | everyone';
comment on column phone_recordings.audio is 'public | the sound | until it is changed | everyone';
select lykta_tenant_table('phone_recordings');

create table duty_phones (
  jour_id uuid not null references jours (id) on delete cascade,
  duty_id uuid primary key references duties (id) on delete cascade on update cascade,
  sealed_number bytea not null,
  place bigint not null,
  in_call boolean not null default false
);
comment on table duty_phones is 'The telephones of those who answer calls now. A row goes with the shift.';
comment on column duty_phones.jour_id is 'public | the jour | until the shift ends, at most 12 hours | everyone';
comment on column duty_phones.duty_id is 'staff | the shift | until the shift ends, at most 12 hours | operators';
comment on column duty_phones.sealed_number is 'staff | her number, encrypted under the secret of the house; the server opens it to have her rung | until she leaves the telephone or the shift ends, at most 12 hours | the server and the telephone operator; no colleague';
comment on column duty_phones.place is 'staff | the order in which they took the telephone | until the shift ends, at most 12 hours | operators';
comment on column duty_phones.in_call is 'staff | she has said that she is in a call, and is not rung | until the shift ends, at most 12 hours | herself; everyone as a count';
select lykta_tenant_table('duty_phones');

create table phone_marks (
  jour_id uuid not null references jours (id) on delete cascade,
  mark bytea not null check (length(mark) = 16),
  until timestamptz not null,
  primary key (jour_id, mark)
);
create index phone_marks_expire on phone_marks (until);
comment on table phone_marks is 'Which steps of calls have been answered, so that none is answered twice.';
comment on column phone_marks.jour_id is 'public | the jour | at most eight hours | operators';
comment on column phone_marks.mark is 'technical | keyed hash of the operator''s number of a call and the step in it | at most eight hours | operators';
comment on column phone_marks.until is 'coarse | the full hour at which it is deleted | at most eight hours | operators';
select lykta_tenant_table('phone_marks');
