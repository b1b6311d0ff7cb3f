-- Letters. What is written lies in frames that are wrapped by the mailbox's own key in the letters'
-- shred store, around what her browser or the team's has sealed. The rest is coarse.

create table team_keys (
  jour_id uuid not null references jours (id) on delete cascade,
  team text not null check (team in ('letters')),
  number int not null check (number > 0),
  key_id bytea not null check (length(key_id) = 32),
  statement bytea not null,
  until timestamptz not null,
  primary key (jour_id, team, number),
  unique (jour_id, key_id)
);
comment on table team_keys is 'The public keys that letters are sealed to, a new one each week. Deleted when no letter needs them.';
comment on column team_keys.jour_id is 'public | the jour | until no letter needs it | everyone';
comment on column team_keys.team is 'public | the team | until no letter needs it | everyone';
comment on column team_keys.number is 'public | counts the keys of a team | until no letter needs it | everyone';
comment on column team_keys.key_id is 'key | hash by which a letter names the key | until no letter needs it | everyone';
comment on column team_keys.statement is 'key | the public key, signed by a coordinator | until no letter needs it | everyone';
comment on column team_keys.until is 'public | until when may be sealed to it | until no letter needs it | everyone';
select lykta_tenant_table('team_keys');

create table team_shares (
  jour_id uuid not null references jours (id) on delete cascade,
  key_id bytea not null,
  member_id uuid not null references members (id) on delete cascade,
  share bytea not null,
  primary key (jour_id, key_id, member_id),
  foreign key (jour_id, key_id) references team_keys (jour_id, key_id) on delete cascade
);
comment on table team_shares is 'The secret of a team key, sealed to each member of the team. Deleted with the key, and when she leaves.';
comment on column team_shares.jour_id is 'public | the jour | until no letter needs the key | everyone';
comment on column team_shares.key_id is 'key | which key | until no letter needs the key | the team';
comment on column team_shares.member_id is 'staff | to whom it is sealed | until no letter needs the key | the team';
comment on column team_shares.share is 'ciphertext | the secret of the key, sealed to one member | until no letter needs the key | herself';
select lykta_tenant_table('team_shares');

create table mailboxes (
  id bytea primary key check (length(id) = 16),
  jour_id uuid not null references jours (id) on delete cascade,
  face_id uuid not null,
  kind text not null check (kind in ('sealed', 'plain')),
  token_hash bytea not null check (length(token_hash) = 32),
  letters int not null default 0,
  last_n int not null default 0,
  oldest_key int not null,
  waiting_since timestamptz,
  active_on date not null,
  expires_on date not null,
  claimed_by uuid references members (id) on delete set null,
  claimed_until timestamptz,
  unique (jour_id, token_hash)
);
create index mailboxes_expire on mailboxes (expires_on);
comment on table mailboxes is 'One correspondence each, between somebody who holds a return code and the team. Deleted when she says so, and at the latest when it expires.';
comment on column mailboxes.id is 'key | hash of her two public keys | until she deletes it or it expires | the team';
comment on column mailboxes.jour_id is 'public | the jour | until she deletes it or it expires | everyone';
comment on column mailboxes.face_id is 'public | the face that she wrote to | until she deletes it or it expires | the team';
comment on column mailboxes.kind is 'technical | sealed in her browser, or (without JavaScript) sealed on arrival | until she deletes it or it expires | the team';
comment on column mailboxes.token_hash is 'key | SHA-256 of what her browser derives from the return code | until she deletes it or it expires | operators';
comment on column mailboxes.letters is 'coarse | how many letters and answers | until she deletes it or it expires | the team';
comment on column mailboxes.last_n is 'technical | counts the frames | until she deletes it or it expires | operators';
comment on column mailboxes.oldest_key is 'technical | the oldest team key that a letter in it needs | until she deletes it or it expires | operators';
comment on column mailboxes.waiting_since is 'coarse | since which hour her last letter waits for an answer | until it is answered | the team';
comment on column mailboxes.active_on is 'coarse | the day of the last letter, answer or reading | until she deletes it or it expires | the team';
comment on column mailboxes.expires_on is 'coarse | the day on which it is deleted | until she deletes it or it expires | herself, the team';
comment on column mailboxes.claimed_by is 'staff | who is answering it | until she has answered or lets go | the team';
comment on column mailboxes.claimed_until is 'staff | when it goes back to the team by itself | until she has answered or lets go | the team';
select lykta_tenant_table('mailboxes');

-- The numbers above zero are letters and notes in their order; each of the others has a fixed place:
-- 0 her public keys, -1 the team's draft, -2 how far she has read, -3 how far the team has.
create table mailbox_frames (
  jour_id uuid not null references jours (id) on delete cascade,
  mailbox_id bytea not null references mailboxes (id) on delete cascade,
  n int not null check (n >= -3),
  sealed bytea not null,
  primary key (mailbox_id, n)
);
alter table mailbox_frames alter column sealed set storage external;
comment on table mailbox_frames is 'What is written in a correspondence. Deleted with it; unreadable from the moment when its key in the shred store is destroyed.';
comment on column mailbox_frames.jour_id is 'public | the jour | until she deletes it or it expires | everyone';
comment on column mailbox_frames.mailbox_id is 'key | which correspondence | until she deletes it or it expires | the team';
comment on column mailbox_frames.n is 'technical | place in the correspondence | until she deletes it or it expires | operators';
comment on column mailbox_frames.sealed is 'ciphertext | a letter, note, draft or read mark; sealed in a browser and wrapped again by the server | until she deletes it or it expires | the wrap: the server; the text: herself (not the notes) and the team';
select lykta_tenant_table('mailbox_frames');

create table attachment_chunks (
  jour_id uuid not null references jours (id) on delete cascade,
  mailbox_id bytea not null references mailboxes (id) on delete cascade,
  attachment_id bytea not null check (length(attachment_id) = 16),
  place int not null check (place between 0 and 31),
  sealed bytea not null,
  primary key (mailbox_id, attachment_id, place)
);
alter table attachment_chunks alter column sealed set storage external;
comment on table attachment_chunks is 'Pictures and documents of a correspondence, in pieces of 64 KiB. Deleted with it.';
comment on column attachment_chunks.jour_id is 'public | the jour | until she deletes it or it expires | everyone';
comment on column attachment_chunks.mailbox_id is 'key | which correspondence | until she deletes it or it expires | the team';
comment on column attachment_chunks.attachment_id is 'technical | random number of a file | until she deletes it or it expires | the team';
comment on column attachment_chunks.place is 'technical | which piece of it | until she deletes it or it expires | the team';
comment on column attachment_chunks.sealed is 'ciphertext | a piece of a file, name and type not included | until she deletes it or it expires | the wrap: the server; the file: herself and the team';
select lykta_tenant_table('attachment_chunks');

create table letter_settings (
  jour_id uuid primary key references jours (id) on delete cascade,
  days_kept int not null default 30 check (days_kept between 7 and 90)
);
comment on table letter_settings is 'How the jour keeps letters.';
comment on column letter_settings.jour_id is 'public | the jour | while the jour is here | everyone';
comment on column letter_settings.days_kept is 'public | days from the last activity until a correspondence is deleted | until it is changed | everyone';
select lykta_tenant_table('letter_settings');
