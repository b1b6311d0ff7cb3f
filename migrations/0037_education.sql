-- Lectures and workshops at schools and workplaces: what is offered, who has asked, what was thought of it.
-- Nothing here is about a person in need. Who asks does so for a school or a workplace, with a name and an
-- address: sealed under the secret of the house, and gone on its day.

create table education_lectures (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  content text not null check (length(content) <= 60000),
  is_published boolean not null default false,
  position int not null,
  version int not null default 1
);
comment on table education_lectures is 'Lectures and workshops that the jour offers.';
comment on column education_lectures.id is 'technical | random number of the lecture | until it is removed | everyone';
comment on column education_lectures.jour_id is 'public | the jour | until it is removed | everyone';
comment on column education_lectures.content is 'public | title, text, audience, length, price, languages, region and links to materials; a link may be for those who have booked alone | until it is changed or removed | everyone once it is published; before, those who hold lectures';
comment on column education_lectures.is_published is 'public | whether it stands on the site | until it is removed | everyone';
comment on column education_lectures.position is 'public | its place in the list | until it is removed | everyone';
comment on column education_lectures.version is 'technical | counts the changes, so that nobody overwrites a colleague’s | until it is removed | those who hold lectures';
select lykta_tenant_table('education_lectures');

create table education_evaluations (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  lecture_id uuid references education_lectures (id) on delete set null,
  form text not null check (length(form) <= 20000),
  open_on date not null,
  code text check (code ~ '^[a-z2-9]{6}$'),
  answered int not null default 0 check (answered >= 0),
  unique (jour_id, code)
);
create index education_evaluations_over on education_evaluations (jour_id, open_on);
comment on table education_evaluations is 'What those who listened were asked, one day. Deleted two years after it.';
comment on column education_evaluations.id is 'technical | random number of the evaluation | two years after its day | those who hold lectures';
comment on column education_evaluations.jour_id is 'public | the jour | two years after its day | everyone';
comment on column education_evaluations.lecture_id is 'staff | which lecture; none when that was removed | two years after its day | those who hold lectures';
comment on column education_evaluations.form is 'public | the questions | two years after its day | everyone who has the code while it is open';
comment on column education_evaluations.open_on is 'staff | the day on which it was open | two years after its day | those who hold lectures';
comment on column education_evaluations.code is 'technical | the short code on the screen | until it is closed, on its day | everyone in the room';
comment on column education_evaluations.answered is 'coarse | how many answered; while it is open no more than that is told | two years after its day | those who hold lectures';
select lykta_tenant_table('education_evaluations');

create table education_tallies (
  evaluation_id uuid not null references education_evaluations (id) on delete cascade,
  jour_id uuid not null references jours (id) on delete cascade,
  question text not null check (length(question) <= 40),
  choice text not null check (length(choice) <= 40),
  given int not null check (given > 0),
  primary key (evaluation_id, question, choice)
);
comment on table education_tallies is 'How often each answer was given: nobody’s answers stand together. Nothing is kept of fewer than five.';
comment on column education_tallies.evaluation_id is 'technical | which evaluation | two years after its day; at its end when fewer than five answered | those who hold lectures, once it is closed';
comment on column education_tallies.jour_id is 'public | the jour | as above | everyone';
comment on column education_tallies.question is 'public | which question | as above | those who hold lectures, once it is closed';
comment on column education_tallies.choice is 'coarse | which answer | as above | those who hold lectures, once it is closed';
comment on column education_tallies.given is 'coarse | how many gave it | as above | those who hold lectures, once it is closed';
select lykta_tenant_table('education_tallies');

create table education_remarks (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  evaluation_id uuid not null references education_evaluations (id) on delete cascade,
  question text not null check (length(question) <= 40),
  words text not null check (length(words) between 1 and 600)
);
create index education_remarks_of on education_remarks (evaluation_id);
comment on table education_remarks is 'What was answered in words of their own, each for itself and in no order. Nothing is kept of fewer than five.';
comment on column education_remarks.id is 'technical | random number, and what they are sorted by | two years after the day; at its end when fewer than five answered | those who hold lectures, once it is closed';
comment on column education_remarks.jour_id is 'public | the jour | as above | everyone';
comment on column education_remarks.evaluation_id is 'technical | which evaluation | as above | those who hold lectures, once it is closed';
comment on column education_remarks.question is 'public | which question | as above | those who hold lectures, once it is closed';
comment on column education_remarks.words is 'staff | what somebody who listened has written; nothing says who | as above | those who hold lectures, once it is closed';
select lykta_tenant_table('education_remarks');

create table education_bookings (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  lecture_id uuid references education_lectures (id) on delete set null,
  evaluation_id uuid references education_evaluations (id) on delete set null,
  stage text not null check (stage in ('asked', 'offered', 'booked', 'held', 'declined')),
  reason text check (reason in ('full', 'nobody-can', 'too-far', 'not-for-us', 'no-answer', 'they-cancelled', 'we-cancelled', 'other')),
  asked_on date not null,
  sealed bytea not null check (octet_length(sealed) <= 60000),
  member_id uuid references members (id) on delete set null,
  starts_at timestamptz,
  ends_at timestamptz,
  reminded boolean not null default false,
  delete_on date not null,
  version int not null default 1,
  check ((starts_at is null) = (ends_at is null) and ends_at > starts_at),
  check ((stage = 'declined') = (reason is not null)),
  check (stage not in ('offered', 'booked', 'held') or starts_at is not null)
);
create index education_bookings_over on education_bookings (jour_id, delete_on);
create index education_bookings_of on education_bookings (member_id, starts_at);
comment on table education_bookings is 'Who has asked for a lecture, and what came of it.';
comment on column education_bookings.id is 'technical | random number of the request | until its day of deletion | those who hold lectures';
comment on column education_bookings.jour_id is 'public | the jour | until its day of deletion | everyone';
comment on column education_bookings.lecture_id is 'staff | which lecture they wish | until its day of deletion | those who hold lectures';
comment on column education_bookings.evaluation_id is 'staff | the evaluation that was made of it | until its day of deletion | those who hold lectures';
comment on column education_bookings.stage is 'staff | how far it has come, one of five | until its day of deletion | those who hold lectures';
comment on column education_bookings.reason is 'staff | why nothing came of it, one of eight | until its day of deletion | those who hold lectures';
comment on column education_bookings.asked_on is 'staff | the day on which it came, no finer | until its day of deletion | those who hold lectures';
comment on column education_bookings.sealed is 'ciphertext | organisation, contact person with address and telephone, wishes; the place; a note of ours: under the secret of the house | until its day of deletion | those who hold lectures, and the server while it works';
comment on column education_bookings.member_id is 'staff | who holds it; nobody when she has left | until its day of deletion | those who hold lectures';
comment on column education_bookings.starts_at is 'staff | when it begins | until its day of deletion | those who hold lectures; whoever holds it, in her calendar';
comment on column education_bookings.ends_at is 'staff | when it ends | until its day of deletion | those who hold lectures; whoever holds it, in her calendar';
comment on column education_bookings.reminded is 'technical | whether the reminder has been sent | until its day of deletion | operators';
comment on column education_bookings.delete_on is 'staff | the day on which all of this is deleted | until then | those who hold lectures';
comment on column education_bookings.version is 'technical | counts the changes, so that nobody overwrites a colleague’s | until its day of deletion | those who hold lectures';
select lykta_tenant_table('education_bookings');

create table education_settings (
  jour_id uuid primary key references jours (id) on delete cascade,
  keep_months int not null check (keep_months between 1 and 24)
);
comment on table education_settings is 'How long the jour keeps who has booked. Without a row: three months.';
comment on column education_settings.jour_id is 'public | the jour | while the jour is here | everyone';
comment on column education_settings.keep_months is 'public | months after a lecture when all of its booking is deleted | until it is changed | everyone';
select lykta_tenant_table('education_settings');
