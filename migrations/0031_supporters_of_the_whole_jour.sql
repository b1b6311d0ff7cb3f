-- Whoever of the jour is willing can be asked to come along. What she reads is sealed to her own key, brief by brief;
-- the request itself stays with the team that asks.

alter table supporter_asks add column ask_id bytea check (length(ask_id) = 16);
comment on column supporter_asks.ask_id is 'technical | random number of this time that she was asked; none where she was asked before there were briefs | until she deletes it or it expires | whoever is asked, the intake team';

create table supporter_briefs (
  mailbox_id bytea not null,
  member_id uuid not null,
  n int not null check (n between 1 and 50),
  jour_id uuid not null references jours (id) on delete cascade,
  sealed bytea not null check (length(sealed) <= 20000),
  primary key (mailbox_id, member_id, n),
  foreign key (mailbox_id, member_id) references supporter_asks (mailbox_id, member_id) on delete cascade
);
comment on table supporter_briefs is 'What the intake team tells a member whom it asks to come along. Deleted when she says no, when either side calls it off, and with the correspondence.';
comment on column supporter_briefs.mailbox_id is 'key | which correspondence | until she says no, it is called off, or the correspondence goes | the intake team, whoever is asked';
comment on column supporter_briefs.member_id is 'staff | who was asked | until she says no, it is called off, or the correspondence goes | the intake team, whoever is asked';
comment on column supporter_briefs.n is 'coarse | counts the briefs to her | until she says no, it is called off, or the correspondence goes | the intake team, whoever is asked';
comment on column supporter_briefs.jour_id is 'public | the jour | until she says no, it is called off, or the correspondence goes | everyone';
comment on column supporter_briefs.sealed is 'ciphertext | sealed in a browser to the one who is asked and to the intake team, wrapped with the key of the correspondence | until she says no, it is called off, or the correspondence goes | whoever is asked, the intake team';
select lykta_tenant_table('supporter_briefs');

comment on table supporters is 'Members who are willing to come along to the police, a lawyer, the social services, court or health care, in whatever team they are. Each writes and removes her own.';
comment on table reminder_addresses is 'Where a member wants a neutral mail: the day before a talk of hers, and when she is asked to come along. Each writes and removes her own.';
