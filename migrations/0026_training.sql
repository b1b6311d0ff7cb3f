-- Training of volunteers: courses, how far each has come, meetings and shadow shifts that she was at,
-- and the certificate that lapses.

create table training_courses (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  position int not null,
  content text not null check (length(content) <= 400000),
  is_published boolean not null default false,
  version int not null default 1
);
comment on table training_courses is 'Courses of the jour: modules of text, questions and conversations to try out.';
comment on column training_courses.id is 'technical | random number of the course | until it is deleted | members';
comment on column training_courses.jour_id is 'public | the jour | until it is deleted | everyone';
comment on column training_courses.position is 'technical | its place among the courses | until it is deleted | members';
comment on column training_courses.content is 'staff | what is taught | until it is deleted | members, once it is published';
comment on column training_courses.is_published is 'staff | whether members see it | until it is deleted | members';
comment on column training_courses.version is 'technical | counts the changes, so that nobody overwrites a colleague’s | until it is deleted | coordinators';
select lykta_tenant_table('training_courses');

-- Neither how long she took nor what she answered: only where she goes on, and the day when she was done.
create table training_progress (
  jour_id uuid not null references jours (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  course_id uuid not null references training_courses (id) on delete cascade,
  module text not null check (module ~ '^[a-z0-9-]{1,40}$'),
  step int not null check (step between 0 and 100),
  done_on date,
  primary key (member_id, course_id, module)
);
comment on table training_progress is 'How far each member has come in each module. Right and wrong answers are not kept.';
comment on column training_progress.jour_id is 'public | the jour | until she leaves or the course is deleted | everyone';
comment on column training_progress.member_id is 'staff | who | until she leaves or the course is deleted | herself, coordinators';
comment on column training_progress.course_id is 'technical | which course | until she leaves or the course is deleted | herself, coordinators';
comment on column training_progress.module is 'staff | which module | until she leaves or the course is deleted | herself, coordinators';
comment on column training_progress.step is 'staff | where she goes on | until she leaves or the course is deleted | herself';
comment on column training_progress.done_on is 'staff | the day when she was done with it | until she leaves or the course is deleted | herself, coordinators';
select lykta_tenant_table('training_progress');

create table training_notes (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  kind text not null check (kind in ('meeting', 'shadow')),
  on_day date not null,
  noted_by uuid references members (id) on delete set null,
  unique (member_id, kind, on_day)
);
comment on table training_notes is 'Training meetings and shadow shifts that a member was at, as the leader has noted.';
comment on column training_notes.id is 'technical | random number of the note | until she leaves or it is taken back | herself, coordinators';
comment on column training_notes.jour_id is 'public | the jour | until she leaves or it is taken back | everyone';
comment on column training_notes.member_id is 'staff | who was there | until she leaves or it is taken back | herself, coordinators';
comment on column training_notes.kind is 'staff | a training meeting or a shadow shift | until she leaves or it is taken back | herself, coordinators';
comment on column training_notes.on_day is 'staff | on which day | until she leaves or it is taken back | herself, coordinators';
comment on column training_notes.noted_by is 'staff | who has noted it | until she leaves or it is taken back | herself, coordinators';
select lykta_tenant_table('training_notes');

create table training_certificates (
  member_id uuid primary key references members (id) on delete cascade,
  jour_id uuid not null references jours (id) on delete cascade,
  issued_on date not null,
  lapses_on date not null check (lapses_on >= issued_on),
  basis text not null check (basis in ('course', 'earlier')),
  issued_by uuid references members (id) on delete set null
);
comment on table training_certificates is 'Who is trained, and until when. One for each member: a new one takes the place of the old.';
comment on column training_certificates.member_id is 'staff | whose it is | until she leaves or it is taken back | herself, coordinators';
comment on column training_certificates.jour_id is 'public | the jour | until she leaves or it is taken back | everyone';
comment on column training_certificates.issued_on is 'staff | the day of its issue | until she leaves or it is taken back | herself, coordinators';
comment on column training_certificates.lapses_on is 'staff | the last day on which it counts | until she leaves or it is taken back | herself, coordinators';
comment on column training_certificates.basis is 'staff | the courses here, or training from before | until she leaves or it is taken back | herself, coordinators';
comment on column training_certificates.issued_by is 'staff | who has issued it | until she leaves or it is taken back | herself, coordinators';
select lykta_tenant_table('training_certificates');

create table training_rules (
  jour_id uuid primary key references jours (id) on delete cascade,
  is_required boolean not null default false,
  meetings int not null default 1 check (meetings between 0 and 20),
  shadows int not null default 2 check (shadows between 0 and 20),
  shadow_months int not null default 3 check (shadow_months between 1 and 24),
  valid_months int not null default 24 check (valid_months between 1 and 60),
  version int not null default 1
);
comment on table training_rules is 'What a certificate asks, how long it counts, and whether a shift asks for one.';
comment on column training_rules.jour_id is 'public | the jour | while the jour is here | everyone';
comment on column training_rules.is_required is 'staff | whether nobody answers without a certificate | until changed | members';
comment on column training_rules.meetings is 'staff | training meetings that it asks | until changed | members';
comment on column training_rules.shadows is 'staff | shadow shifts that it asks | until changed | members';
comment on column training_rules.shadow_months is 'staff | months within which they lie | until changed | members';
comment on column training_rules.valid_months is 'staff | months that a certificate counts | until changed | members';
comment on column training_rules.version is 'technical | counts the changes, so that nobody overwrites a colleague’s | until changed | coordinators';
select lykta_tenant_table('training_rules');
