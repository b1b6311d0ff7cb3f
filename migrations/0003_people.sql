-- Who answers for the jour, how she opens her identity, and who may speak in the jour's name.
-- The jour's root, its delegates and its directory are signed elsewhere: the server only keeps them.

create table members (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  name text not null check (length(name) between 1 and 80),
  role text not null check (role in ('volunteer', 'coordinator')),
  teams text[] not null default '{}',
  status text not null check (status in ('pending', 'active')),
  enrolment bytea not null,
  identity_key bytea not null check (length(identity_key) = 32),
  seal_key bytea not null check (length(seal_key) = 1216),
  created_month date not null check (extract(day from created_month) = 1),
  pending_until timestamptz,
  unique (jour_id, identity_key)
);
create index members_of_jour on members (jour_id);
comment on table members is 'The women who work for the jour. A row is deleted when she leaves.';
comment on column members.id is 'staff | random number of a member | while she is a member | everyone who asks for the directory';
comment on column members.jour_id is 'public | the jour | while she is a member | everyone';
comment on column members.name is 'staff | what her colleagues call her | while she is a member | her colleagues';
comment on column members.role is 'staff | volunteer or coordinator | while she is a member | everyone who asks for the directory';
comment on column members.teams is 'staff | the teams that she answers in | while she is a member | everyone who asks for the directory';
comment on column members.status is 'staff | whether a coordinator has countersigned her | while she is a member | coordinators';
comment on column members.enrolment is 'key | her signed request to become a member, with her public keys | while she is a member | her colleagues';
comment on column members.identity_key is 'key | her public signing key | while she is a member | everyone who asks for the directory';
comment on column members.seal_key is 'key | her public key for sealing to her | while she is a member | her colleagues';
comment on column members.created_month is 'coarse | the month in which she came | while she is a member | coordinators';
comment on column members.pending_until is 'technical | when an uncountersigned enrolment is deleted | at most 72 hours | coordinators';
select lykta_tenant_table('members');

create table identity_wraps (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  kind text not null check (kind in ('passkey', 'passphrase', 'recovery')),
  label text not null check (length(label) <= 60),
  lookup bytea not null,
  auth_hash bytea,
  sealed bytea not null check (length(sealed) <= 1024),
  public_key bytea,
  counter bigint,
  transports text[],
  created_month date not null check (extract(day from created_month) = 1),
  unique (jour_id, kind, lookup),
  check ((kind = 'passkey') = (public_key is not null and counter is not null and transports is not null)),
  check ((kind = 'passphrase') = (auth_hash is not null))
);
create index identity_wraps_of_member on identity_wraps (member_id);
comment on table identity_wraps is 'Each way in which a member can open her identity; the opening happens in her browser.';
comment on column identity_wraps.id is 'staff | random number of a way in | until she removes it or leaves | herself';
comment on column identity_wraps.jour_id is 'public | the jour | until she removes it or leaves | everyone';
comment on column identity_wraps.member_id is 'staff | whose way in it is | until she removes it or leaves | operators';
comment on column identity_wraps.kind is 'staff | passkey, passphrase or recovery code | until she removes it or leaves | herself';
comment on column identity_wraps.label is 'staff | what she calls the device | until she removes it or leaves | herself';
comment on column identity_wraps.lookup is 'key | number of the passkey, or a hash by which the wrap is found | until she removes it or leaves | operators';
comment on column identity_wraps.auth_hash is 'key | hash of what her browser derives from the passphrase | until she removes it or leaves | operators';
comment on column identity_wraps.sealed is 'ciphertext | her identity, encrypted under a key that only she can make | until she removes it or leaves | herself';
comment on column identity_wraps.public_key is 'key | public key of the passkey | until she removes it or leaves | operators';
comment on column identity_wraps.counter is 'technical | how often the passkey says it was used | until she removes it or leaves | operators';
comment on column identity_wraps.transports is 'technical | how the passkey is reached: built in, by cable | until she removes it or leaves | operators';
comment on column identity_wraps.created_month is 'coarse | the month in which it was added | until she removes it or leaves | herself';
select lykta_tenant_table('identity_wraps');

create table staff_sessions (
  token_hash bytea primary key,
  id uuid not null unique,
  jour_id uuid not null references jours (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  way text not null check (way in ('passkey', 'passphrase', 'recovery', 'enrolment')),
  started_at timestamptz not null,
  idle_until timestamptz not null,
  expires_at timestamptz not null
);
create index staff_sessions_of_member on staff_sessions (member_id);
comment on table staff_sessions is 'Who is signed in to the desk now. Seekers have no sessions.';
comment on column staff_sessions.token_hash is 'key | SHA-256 of the cookie | at most 12 hours | operators';
comment on column staff_sessions.id is 'staff | random number of a session | at most 12 hours | herself';
comment on column staff_sessions.jour_id is 'public | the jour | at most 12 hours | everyone';
comment on column staff_sessions.member_id is 'staff | who is signed in | at most 12 hours | operators';
comment on column staff_sessions.way is 'staff | whether by passkey, passphrase or recovery code | at most 12 hours | herself';
comment on column staff_sessions.started_at is 'staff | when she signed in | at most 12 hours | herself';
comment on column staff_sessions.idle_until is 'staff | when the session ends if she does nothing; within minutes of her last act | at most 12 hours | operators';
comment on column staff_sessions.expires_at is 'staff | when the session ends in any case | at most 12 hours | herself';
select lykta_tenant_table('staff_sessions');

create table invitations (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  token_hash bytea not null,
  role text not null check (role in ('volunteer', 'coordinator')),
  made_by uuid references members (id) on delete cascade,
  used_by uuid references members (id) on delete set null,
  used boolean not null default false,
  expires_at timestamptz not null,
  unique (jour_id, token_hash)
);
comment on table invitations is 'Invitations that may still be used, once each. Deleted when they expire.';
comment on column invitations.id is 'staff | random number of an invitation | at most 72 hours | coordinators';
comment on column invitations.jour_id is 'public | the jour | at most 72 hours | everyone';
comment on column invitations.token_hash is 'key | SHA-256 of what the invited browser derives from the secret of the link | at most 72 hours | operators';
comment on column invitations.role is 'staff | the role that is offered | at most 72 hours | coordinators';
comment on column invitations.made_by is 'staff | the coordinator who invited; nobody when the jour was founded | at most 72 hours | coordinators';
comment on column invitations.used_by is 'staff | the member who came of it | at most 72 hours | coordinators';
comment on column invitations.used is 'technical | whether it has been used | at most 72 hours | coordinators';
comment on column invitations.expires_at is 'technical | when it ends | at most 72 hours | coordinators';
select lykta_tenant_table('invitations');

create table spent_challenges (
  hash bytea primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  expires_at timestamptz not null
);
comment on table spent_challenges is 'Sign-in challenges that were answered, so that no answer counts twice.';
comment on column spent_challenges.hash is 'technical | SHA-256 of a random challenge | at most 10 minutes | operators';
comment on column spent_challenges.jour_id is 'public | the jour | at most 10 minutes | everyone';
comment on column spent_challenges.expires_at is 'technical | when the challenge would have ended | at most 10 minutes | operators';
select lykta_tenant_table('spent_challenges');

-- 1,024 drawers and no more: whoever tries made-up names cannot fill the disk, and the table does
-- not say which names were tried.
create table sign_in_failures (
  jour_id uuid not null references jours (id) on delete cascade,
  drawer int not null check (drawer between 0 and 1023),
  failures int not null,
  since timestamptz not null,
  primary key (jour_id, drawer)
);
comment on table sign_in_failures is 'Slows down guessing of passphrases.';
comment on column sign_in_failures.jour_id is 'public | the jour | at most 15 minutes | everyone';
comment on column sign_in_failures.drawer is 'technical | ten bits of a hash of the name that was tried | at most 15 minutes | operators';
comment on column sign_in_failures.failures is 'technical | wrong passphrases in this drawer | at most 15 minutes | operators';
comment on column sign_in_failures.since is 'technical | when the first of them came | at most 15 minutes | operators';
select lykta_tenant_table('sign_in_failures');

create table trust_log (
  jour_id uuid not null references jours (id) on delete cascade,
  n int not null check (n >= 0),
  statement bytea not null,
  primary key (jour_id, n)
);
comment on table trust_log is 'What the jour''s root has signed: itself, its delegates, their revocations. Each entry names the one before.';
comment on column trust_log.jour_id is 'public | the jour | while the jour is here | everyone';
comment on column trust_log.n is 'public | place in the chain | while the jour is here | everyone';
comment on column trust_log.statement is 'public | a signed statement: keys and dates, no names | while the jour is here | everyone';
select lykta_tenant_table('trust_log');

create table directories (
  jour_id uuid primary key references jours (id) on delete cascade,
  version int not null,
  document bytea not null,
  expires_at timestamptz not null
);
comment on table directories is 'The newest list of the jour''s members, signed by a coordinator. It holds keys and roles, no names.';
comment on column directories.jour_id is 'public | the jour | while the jour is here | everyone';
comment on column directories.version is 'public | counts the directories of the jour | until the next one | everyone';
comment on column directories.document is 'public | the signed directory: random numbers, roles, public keys | until the next one | everyone';
comment on column directories.expires_at is 'public | when it must have been signed anew | until the next one | everyone';
select lykta_tenant_table('directories');
