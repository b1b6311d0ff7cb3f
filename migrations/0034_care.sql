-- Care for those who answer: how much they carry, and what is written after supervision.

create table hard_contacts (
  member_id uuid not null references members (id) on delete cascade,
  jour_id uuid not null references jours (id) on delete cascade,
  month date not null check (extract(day from month) = 1),
  count int not null check (count between 1 and 200),
  primary key (member_id, month)
);
comment on table hard_contacts is 'How many hard contacts she has counted herself, by the month. No day, no contact, no word. Deleted after six months, or when she leaves.';
comment on column hard_contacts.member_id is 'staff | who counted | 6 months, or until she takes it back or leaves | herself; coordinators see none, some or many';
comment on column hard_contacts.jour_id is 'public | the jour | 6 months, or until she takes it back or leaves | everyone';
comment on column hard_contacts.month is 'coarse | the month | 6 months, or until she takes it back or leaves | herself';
comment on column hard_contacts.count is 'staff | how many | 6 months, or until she takes it back or leaves | herself; coordinators see none, some or many';
select lykta_tenant_table('hard_contacts');

create table supervision_leads (
  shift_id uuid primary key references planned_shifts (id) on delete cascade,
  jour_id uuid not null references jours (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade
);
comment on table supervision_leads is 'Who leads a session of supervision. Deleted with it, or when she leaves.';
comment on column supervision_leads.shift_id is 'technical | which session | until 3 months after it, or a coordinator changes it | the jour';
comment on column supervision_leads.jour_id is 'public | the jour | until 3 months after it, or a coordinator changes it | everyone';
comment on column supervision_leads.member_id is 'staff | who leads it | until 3 months after it, or a coordinator changes it | the jour';
select lykta_tenant_table('supervision_leads');

create table supervision_notes (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  shift_id uuid not null references planned_shifts (id) on delete cascade,
  author_id uuid not null references members (id) on delete cascade,
  written_on date not null,
  delete_on date not null check (delete_on > written_on and delete_on <= written_on + 90),
  sealed bytea not null check (length(sealed) <= 60000)
);
create index supervision_notes_of on supervision_notes (shift_id);
comment on table supervision_notes is 'Notes of supervision, sealed in a browser to those who took part and to her who led it. Deleted on the day that its writer chose, with the session, or when she leaves.';
comment on column supervision_notes.id is 'technical | random number | until its day, at most 90 days | those who took part';
comment on column supervision_notes.jour_id is 'public | the jour | until its day, at most 90 days | everyone';
comment on column supervision_notes.shift_id is 'technical | which session | until its day, at most 90 days | those who took part';
comment on column supervision_notes.author_id is 'staff | who wrote it | until its day, at most 90 days | those who took part';
comment on column supervision_notes.written_on is 'coarse | the day | until its day, at most 90 days | those who took part';
comment on column supervision_notes.delete_on is 'coarse | the day on which it is deleted | until its day, at most 90 days | those who took part';
comment on column supervision_notes.sealed is 'ciphertext | the signed note, sealed to each of those who took part and to her who led it | until its day, at most 90 days | nobody without one of their keys';
select lykta_tenant_table('supervision_notes');
