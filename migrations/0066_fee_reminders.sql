-- Reminders of the fee: noted for all in one step before the first is sent, so that nobody gets two, also when the
-- process is killed between.

create table association_reminder_rounds (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  fee_year int not null check (fee_year between 2000 and 2100),
  sealed bytea not null check (octet_length(sealed) <= 20000),
  noted_on date not null
);
create index association_reminder_rounds_over on association_reminder_rounds (jour_id, noted_on);
comment on table association_reminder_rounds is 'Each time that the board has reminded members of the fee.';
comment on column association_reminder_rounds.id is 'technical | random number of the round | one year | board and coordinators';
comment on column association_reminder_rounds.jour_id is 'public | the jour | one year | everyone';
comment on column association_reminder_rounds.fee_year is 'staff | the year whose fee was asked for | one year | board and coordinators; the members who were reminded';
comment on column association_reminder_rounds.sealed is 'ciphertext | what the board wrote, under the secret of the house | one year | board and coordinators; the members who were reminded; the server while it works';
comment on column association_reminder_rounds.noted_on is 'staff | the day on which it was sent | one year | board and coordinators';
select lykta_tenant_table('association_reminder_rounds');

create table association_reminders (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  round_id uuid not null references association_reminder_rounds (id) on delete cascade,
  member_id uuid not null references association_members (id) on delete cascade,
  by_letter boolean not null,
  is_handed boolean not null,
  unique (round_id, member_id)
);
create index association_reminders_waiting on association_reminders (jour_id) where not is_handed;
create index association_reminders_of on association_reminders (member_id);
comment on table association_reminders is 'Who was reminded in which round. Nobody is reminded twice in a month.';
comment on column association_reminders.id is 'technical | random number of the mail | one year, or until she leaves | board and coordinators';
comment on column association_reminders.jour_id is 'public | the jour | as above | everyone';
comment on column association_reminders.round_id is 'staff | which round | as above | board and coordinators';
comment on column association_reminders.member_id is 'staff | which member | as above | board and coordinators';
comment on column association_reminders.by_letter is 'staff | whether she is reminded by letter, as she has left no mail | as above | board and coordinators';
comment on column association_reminders.is_handed is 'technical | whether it was handed over to be sent | as above | board and coordinators';
select lykta_tenant_table('association_reminders');
