-- Planning: which shifts, meetings and supervision there are, and who has which place. All of it is
-- staff data, needed while it is ahead and for a short while after; nothing is about seekers.

create table planning_patterns (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  version int not null default 1,
  kind text not null check (kind in ('shift', 'oncall', 'meeting', 'supervision')),
  face_id uuid,
  title text not null check (length(title) between 1 and 60),
  weekdays smallint[] not null check (cardinality(weekdays) between 1 and 7),
  every int not null check (every between 0 and 26),
  first_on date not null,
  last_on date,
  starts text not null check (starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ends text not null check (ends ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  days int not null check (days between 0 and 7),
  on_red_days boolean not null,
  needed int not null check (needed between 1 and 100),
  at_least text[] not null check (cardinality(at_least) <= 6)
);
create index planning_patterns_of on planning_patterns (jour_id);
comment on table planning_patterns is 'What the jour''s shifts and meetings are made from, month after month. Deleted by a coordinator, or three months after their last day.';
comment on column planning_patterns.id is 'technical | random number | until a coordinator deletes it, or 3 months after its last day | the jour';
comment on column planning_patterns.jour_id is 'public | the jour | until a coordinator deletes it, or 3 months after its last day | everyone';
comment on column planning_patterns.version is 'technical | counts the changes, so that nobody overwrites a colleague''s | until a coordinator deletes it, or 3 months after its last day | coordinators';
comment on column planning_patterns.kind is 'staff | a shift, on call behind it, a meeting or supervision | until a coordinator deletes it, or 3 months after its last day | the jour';
comment on column planning_patterns.face_id is 'staff | the face that is answered for | until a coordinator deletes it, or 3 months after its last day | the jour';
comment on column planning_patterns.title is 'staff | what colleagues call it | until a coordinator deletes it, or 3 months after its last day | the jour';
comment on column planning_patterns.weekdays is 'staff | on which weekdays it begins, 1 is Monday | until a coordinator deletes it, or 3 months after its last day | the jour';
comment on column planning_patterns.every is 'staff | every how many weeks; 0: once | until a coordinator deletes it, or 3 months after its last day | the jour';
comment on column planning_patterns.first_on is 'staff | the first day; its week is the first week | until a coordinator deletes it, or 3 months after its last day | the jour';
comment on column planning_patterns.last_on is 'staff | the last day, if there is one | until a coordinator deletes it, or 3 months after its last day | the jour';
comment on column planning_patterns.starts is 'staff | when it begins on the clocks of Sweden | until a coordinator deletes it, or 3 months after its last day | the jour';
comment on column planning_patterns.ends is 'staff | when it ends on the clocks of Sweden | until a coordinator deletes it, or 3 months after its last day | the jour';
comment on column planning_patterns.days is 'staff | how many days later it ends: 1 over midnight, 7 for a week | until a coordinator deletes it, or 3 months after its last day | the jour';
comment on column planning_patterns.on_red_days is 'staff | whether there is one on public holidays too | until a coordinator deletes it, or 3 months after its last day | the jour';
comment on column planning_patterns.needed is 'staff | how many are needed, or how many seats there are | until a coordinator deletes it, or 3 months after its last day | the jour';
comment on column planning_patterns.at_least is 'staff | what at least one of them must be, know or speak | until a coordinator deletes it, or 3 months after its last day | the jour';
select lykta_tenant_table('planning_patterns');

-- One row of a pattern for one day, also when two coordinators make the same month at once. One that
-- was called off stays until it is over, so that making the month again does not bring it back.
create table planned_shifts (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  pattern_id uuid references planning_patterns (id) on delete set null,
  day date not null,
  version int not null default 1,
  kind text not null check (kind in ('shift', 'oncall', 'meeting', 'supervision')),
  face_id uuid,
  title text not null check (length(title) between 1 and 60),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  needed int not null check (needed between 1 and 100),
  at_least text[] not null check (cardinality(at_least) <= 6),
  called_off boolean not null default false,
  unique (pattern_id, day)
);
create index planned_shifts_ahead on planned_shifts (jour_id, starts_at);
comment on table planned_shifts is 'Shifts, meetings and supervision. Deleted three months after they are over.';
comment on column planned_shifts.id is 'technical | random number | until 3 months after it | the jour';
comment on column planned_shifts.jour_id is 'public | the jour | until 3 months after it | everyone';
comment on column planned_shifts.pattern_id is 'technical | the pattern that it was made from | until 3 months after it | coordinators';
comment on column planned_shifts.day is 'staff | the day of the pattern that it was made for | until 3 months after it | the jour';
comment on column planned_shifts.version is 'technical | counts the changes, so that nobody overwrites a colleague''s | until 3 months after it | the jour';
comment on column planned_shifts.kind is 'staff | a shift, on call behind it, a meeting or supervision | until 3 months after it | the jour';
comment on column planned_shifts.face_id is 'staff | the face that is answered for | until 3 months after it | the jour';
comment on column planned_shifts.title is 'staff | what colleagues call it | until 3 months after it | the jour';
comment on column planned_shifts.starts_at is 'staff | when it begins | until 3 months after it | the jour';
comment on column planned_shifts.ends_at is 'staff | when it ends | until 3 months after it | the jour';
comment on column planned_shifts.needed is 'staff | how many are needed, or how many seats there are | until 3 months after it | the jour';
comment on column planned_shifts.at_least is 'staff | what at least one of them must be, know or speak | until 3 months after it | the jour';
comment on column planned_shifts.called_off is 'staff | it does not take place | until 3 months after it | the jour';
select lykta_tenant_table('planned_shifts');

-- Nobody is in two places at once: the table says so. A week on call has no `during`, for she may well
-- have an evening in the chat in that week.
create table shift_places (
  shift_id uuid not null references planned_shifts (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  jour_id uuid not null references jours (id) on delete cascade,
  place text not null check (place in ('on', 'shadow', 'reserve')),
  during tstzrange,
  primary key (shift_id, member_id),
  constraint shift_places_apart exclude using gist (member_id with =, during with &&)
);
create index shift_places_of on shift_places (member_id);
comment on table shift_places is 'Who has a place at which shift. Deleted with it, or when she leaves.';
comment on column shift_places.shift_id is 'technical | which shift | until 3 months after it, or she gives it up or leaves | the jour';
comment on column shift_places.member_id is 'staff | whose place it is | until 3 months after it, or she gives it up or leaves | the jour';
comment on column shift_places.jour_id is 'public | the jour | until 3 months after it, or she gives it up or leaves | everyone';
comment on column shift_places.place is 'staff | on the shift, sitting beside to learn, or in reserve | until 3 months after it, or she gives it up or leaves | the jour';
comment on column shift_places.during is 'staff | the time of the shift, so that nobody has two at once | until 3 months after it, or she gives it up or leaves | the jour';
select lykta_tenant_table('shift_places');

create table shift_offers (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  shift_id uuid not null references planned_shifts (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  to_member uuid references members (id) on delete cascade,
  for_shift uuid references planned_shifts (id) on delete cascade,
  state text not null check (state in ('open', 'taken', 'declined', 'withdrawn')),
  taken_by uuid references members (id) on delete set null,
  check (for_shift is null or to_member is not null)
);
create unique index shift_offers_one_open on shift_offers (shift_id, member_id) where state = 'open';
comment on table shift_offers is 'Shifts that somebody wants to give away or to swap, and what came of it. Deleted with the shift, or when she leaves.';
comment on column shift_offers.id is 'technical | random number | until 3 months after the shift | the jour';
comment on column shift_offers.jour_id is 'public | the jour | until 3 months after the shift | everyone';
comment on column shift_offers.shift_id is 'technical | the shift that is offered | until 3 months after the shift | the jour';
comment on column shift_offers.member_id is 'staff | who offers it | until 3 months after the shift | the jour';
comment on column shift_offers.to_member is 'staff | whom it is offered to, or all | until 3 months after the shift | the jour';
comment on column shift_offers.for_shift is 'technical | the shift that she wants for it | until 3 months after the shift | the jour';
comment on column shift_offers.state is 'staff | open, taken, declined or withdrawn | until 3 months after the shift | the jour';
comment on column shift_offers.taken_by is 'staff | who took it | until 3 months after the shift | the jour';
select lykta_tenant_table('shift_offers');

create table shift_wishes (
  shift_id uuid not null references planned_shifts (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  jour_id uuid not null references jours (id) on delete cascade,
  wish text not null check (wish in ('prefer', 'can', 'cannot')),
  primary key (shift_id, member_id)
);
create index shift_wishes_of on shift_wishes (member_id);
comment on table shift_wishes is 'Who wants, can or cannot take which shift. No reason is asked. Deleted with the shift, or when she leaves.';
comment on column shift_wishes.shift_id is 'technical | which shift | until 3 months after it | coordinators, herself';
comment on column shift_wishes.member_id is 'staff | who wishes | until 3 months after it | coordinators, herself';
comment on column shift_wishes.jour_id is 'public | the jour | until 3 months after it | everyone';
comment on column shift_wishes.wish is 'staff | prefers, can or cannot; never why | until 3 months after it | coordinators, herself';
select lykta_tenant_table('shift_wishes');

-- Without a row here she is experienced, speaks Swedish and takes as many as she likes.
create table planning_members (
  member_id uuid primary key references members (id) on delete cascade,
  jour_id uuid not null references jours (id) on delete cascade,
  standing text not null default 'experienced' check (standing in ('shadowing', 'newcomer', 'experienced')),
  knows text[] not null default '{}' check (cardinality(knows) <= 12),
  most_a_month int check (most_a_month between 0 and 31),
  mail_sealed bytea check (length(mail_sealed) <= 400)
);
comment on table planning_members is 'What planning has to know of a member. Deleted when she leaves.';
comment on column planning_members.member_id is 'staff | the member | while she is a member | the jour';
comment on column planning_members.jour_id is 'public | the jour | while she is a member | everyone';
comment on column planning_members.standing is 'staff | sits beside to learn, is new, or is experienced | while she is a member | coordinators, herself; colleagues see which shifts lack an experienced one';
comment on column planning_members.knows is 'staff | languages that she answers in and what else a shift may need | while she is a member | coordinators, herself';
comment on column planning_members.most_a_month is 'staff | how many shifts she takes in a month at most | while she is a member | coordinators, herself';
comment on column planning_members.mail_sealed is 'staff | the mail address at which she may be called in, sealed under the secret of the house | until she removes it or leaves | the server, when a place has become free';
select lykta_tenant_table('planning_members');
