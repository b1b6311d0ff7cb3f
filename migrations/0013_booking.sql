-- Times for talks, who has taken which, the staff's calendar, and who may come along as a supporter.

-- Lets an exclusion constraint hold one counsellor's times apart.
create extension if not exists btree_gist;

alter table mailboxes add column held_until date;
comment on column mailboxes.held_until is 'coarse | a week after the last booked talk: until then it does not expire | until the talk is cancelled or it is deleted | herself, the team';

create table counselling_times (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  place text not null check (place in ('room', 'phone', 'chat')),
  constraint counselling_times_apart exclude using gist (member_id with =, tstzrange(starts_at, ends_at) with &&)
);
create index counselling_times_ahead on counselling_times (jour_id, starts_at);
comment on table counselling_times is 'Times at which a counsellor can have a talk. Deleted two weeks after they are over.';
comment on column counselling_times.id is 'technical | random number of the time | until two weeks after it | the team, and whoever may choose it';
comment on column counselling_times.jour_id is 'public | the jour | until two weeks after it | everyone';
comment on column counselling_times.member_id is 'staff | whose time it is | until two weeks after it | the team';
comment on column counselling_times.starts_at is 'staff | when the talk begins | until two weeks after it | the team, and whoever may choose it';
comment on column counselling_times.ends_at is 'staff | when the talk ends | until two weeks after it | the team, and whoever may choose it';
comment on column counselling_times.place is 'staff | at the jour, by phone or in the chat | until two weeks after it | the team, and whoever may choose it';
select lykta_tenant_table('counselling_times');

-- One row for one time: whoever is second finds it taken.
create table counselling_bookings (
  time_id uuid primary key references counselling_times (id) on delete cascade,
  jour_id uuid not null references jours (id) on delete cascade,
  mailbox_id bytea not null references mailboxes (id) on delete cascade
);
create index counselling_bookings_of on counselling_bookings (mailbox_id);
comment on table counselling_bookings is 'Which time is taken by which correspondence. Nothing here says who she is; that she has a talk then, the server can see.';
comment on column counselling_bookings.time_id is 'technical | which time | until she cancels, deletes all, or two weeks after it | herself, the team';
comment on column counselling_bookings.jour_id is 'public | the jour | until she cancels, deletes all, or two weeks after it | everyone';
comment on column counselling_bookings.mailbox_id is 'key | which correspondence has it | until she cancels, deletes all, or two weeks after it | herself, the team';
select lykta_tenant_table('counselling_bookings');

create table calendar_addresses (
  member_id uuid primary key references members (id) on delete cascade,
  jour_id uuid not null references jours (id) on delete cascade,
  secret_hash bytea not null unique check (length(secret_hash) = 32)
);
comment on table calendar_addresses is 'Secret addresses by which members read their own times in a calendar. Each can renew or remove hers.';
comment on column calendar_addresses.member_id is 'staff | whose calendar it is | until she removes it or leaves | herself';
comment on column calendar_addresses.jour_id is 'public | the jour | until she removes it or leaves | everyone';
comment on column calendar_addresses.secret_hash is 'key | SHA-256 of the secret in the address | until she renews it | operators';
select lykta_tenant_table('calendar_addresses');
