-- Who comes along: members who are willing, who was asked for which request, and what she answered. Where and when
-- the visit is lies in the request, sealed; whom it suits is found in the browser of the team.

create table supporters (
  member_id uuid primary key references members (id) on delete cascade,
  jour_id uuid not null references jours (id) on delete cascade,
  visits text[] not null check (visits <@ array['police', 'lawyer', 'social-services', 'court', 'health-care']),
  places text[] not null check (cardinality(places) <= 30),
  days int[] not null check (days <@ array[1, 2, 3, 4, 5, 6, 7])
);
comment on table supporters is 'Members who are willing to come along to the police, a lawyer, the social services, court or health care. Each writes and removes her own.';
comment on column supporters.member_id is 'staff | who is willing | until she takes it back or leaves | the intake team';
comment on column supporters.jour_id is 'public | the jour | until she takes it back or leaves | everyone';
comment on column supporters.visits is 'staff | to which kinds of visit | until she takes it back or leaves | the intake team';
comment on column supporters.places is 'staff | in which towns; empty: anywhere | until she takes it back or leaves | the intake team';
comment on column supporters.days is 'staff | on which weekdays, 1 is Monday; empty: any | until she takes it back or leaves | the intake team';
select lykta_tenant_table('supporters');

create table supporter_asks (
  mailbox_id bytea not null references mailboxes (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  jour_id uuid not null references jours (id) on delete cascade,
  state text not null check (state in ('asked', 'yes', 'no', 'ended-by-her', 'ended-by-team', 'ended-by-supporter')),
  alias text not null default '' check (length(alias) <= 40),
  primary key (mailbox_id, member_id)
);
-- Whoever says yes first comes along: the second finds it taken.
create unique index supporter_asks_one on supporter_asks (mailbox_id) where state = 'yes';
create index supporter_asks_of on supporter_asks (member_id);
comment on table supporter_asks is 'Which member was asked to come along with whoever wrote this request, and what she said. Not where, not when. Deleted with the correspondence.';
comment on column supporter_asks.mailbox_id is 'key | which correspondence | until she deletes it or it expires | the intake team';
comment on column supporter_asks.member_id is 'staff | who was asked | until she deletes it or it expires | the intake team';
comment on column supporter_asks.jour_id is 'public | the jour | until she deletes it or it expires | everyone';
comment on column supporter_asks.state is 'coarse | asked, yes, no, or who called it off | until she deletes it or it expires | herself (whether somebody comes), the intake team';
comment on column supporter_asks.alias is 'staff | what the supporter wants to be called | until she deletes it or it expires | herself, the intake team';
select lykta_tenant_table('supporter_asks');

-- Reminders of booked talks, for counsellors who have asked for them.
create table reminder_addresses (
  member_id uuid primary key references members (id) on delete cascade,
  jour_id uuid not null references jours (id) on delete cascade,
  address bytea not null
);
comment on table reminder_addresses is 'Where a counsellor wants a neutral mail the day before a talk of hers. Each writes and removes her own.';
comment on column reminder_addresses.member_id is 'staff | whose address it is | until she removes it or leaves | herself';
comment on column reminder_addresses.jour_id is 'public | the jour | until she removes it or leaves | everyone';
comment on column reminder_addresses.address is 'ciphertext | her mail address, sealed under the secret of the house | until she removes it or leaves | herself; the server when it sends';
select lykta_tenant_table('reminder_addresses');

alter table counselling_bookings add column reminded boolean not null default false;
comment on column counselling_bookings.reminded is 'technical | whether the counsellor has been reminded | until she cancels, deletes all, or two weeks after it | operators';
