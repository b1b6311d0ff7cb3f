-- Ordinary mail. What comes in is sealed at once into a mailbox of its own kind; what goes out waits
-- in an outbox, wrapped by a key of its own that is destroyed when it is sent.

alter table mailboxes drop constraint mailboxes_kind_check;
alter table mailboxes add constraint mailboxes_kind_check check (kind in ('sealed', 'plain', 'mail'));
comment on column mailboxes.kind is 'technical | sealed in her browser, (without JavaScript) sealed on arrival, or ordinary mail | until she deletes it or it expires | the team';

-- -4 is the key by which the server signs what comes as mail, so that a later one can go on with it.
alter table mailbox_frames drop constraint mailbox_frames_n_check;
alter table mailbox_frames add constraint mailbox_frames_n_check check (n >= -4);

create table mail_outbox (
  id bytea primary key check (length(id) = 16),
  jour_id uuid not null references jours (id) on delete cascade,
  purpose text not null check (length(purpose) between 1 and 40),
  about bytea check (length(about) <= 32),
  sealed bytea,
  tries int not null default 0,
  next_try_at timestamptz not null,
  give_up_on date not null,
  fault text check (length(fault) between 1 and 40),
  constraint mail_outbox_dead check (sealed is not null or fault is not null)
);
create index mail_outbox_due on mail_outbox (jour_id, next_try_at) where sealed is not null;
comment on table mail_outbox is 'Mail that goes out from the jour. A row is deleted when it is sent; of what could not be sent only the reason stays.';
comment on column mail_outbox.id is 'key | random number, by which its key lies in the shred store of mail | until it is sent, or the notice is taken away | operators';
comment on column mail_outbox.jour_id is 'public | the jour | until it is sent, or the notice is taken away | everyone';
comment on column mail_outbox.purpose is 'technical | which part of the house sends it (an answer, a reminder) | until it is sent, or the notice is taken away | operators';
comment on column mail_outbox.about is 'key | the correspondence that it answers | until it is sent, or the notice is taken away | the team';
comment on column mail_outbox.sealed is 'ciphertext | address, subject and text; goes as ordinary mail, so the server has the key until it is sent | until it is sent or given up | the wrap: the server; then whoever carries the mail';
comment on column mail_outbox.tries is 'technical | how often it was tried | until it is sent, or the notice is taken away | operators';
comment on column mail_outbox.next_try_at is 'technical | when it is tried again | until it is sent, or the notice is taken away | operators';
comment on column mail_outbox.give_up_on is 'coarse | the day on which it is given up | until it is sent, or the notice is taken away | operators';
comment on column mail_outbox.fault is 'technical | why it could not be sent, as one of our own words | until it is sent, or the notice is taken away | the team';
select lykta_tenant_table('mail_outbox');

create table mail_marks (
  jour_id uuid not null references jours (id) on delete cascade,
  mark bytea not null check (length(mark) = 32),
  mailbox_id bytea references mailboxes (id) on delete cascade,
  expires_on date not null,
  primary key (jour_id, mark)
);
create index mail_marks_mailbox on mail_marks (mailbox_id);
create index mail_marks_expire on mail_marks (expires_on);
comment on table mail_marks is 'By what a mail is known again: one that was taken already, or the answer that a new one goes on from.';
comment on column mail_marks.jour_id is 'public | the jour | until the day below | everyone';
comment on column mail_marks.mark is 'key | HMAC of a whole mail, or of the number of a sent one; its key lies in the shred store of mail | until the day below, or with its correspondence | operators';
comment on column mail_marks.mailbox_id is 'key | the correspondence that it belongs to | until the day below, or with its correspondence | operators';
comment on column mail_marks.expires_on is 'coarse | the day on which it is forgotten | that day | operators';
select lykta_tenant_table('mail_marks');

create table mail_state (
  jour_id uuid primary key references jours (id) on delete cascade,
  fetching_until timestamptz,
  fetched_at timestamptz,
  fault text check (length(fault) between 1 and 40),
  left_behind int not null default 0
);
comment on table mail_state is 'How the fetching of the jour''s mail goes. The account itself is in no table: it stands in the operator''s file.';
comment on column mail_state.jour_id is 'public | the jour | while the jour has mail | everyone';
comment on column mail_state.fetching_until is 'technical | until when one process fetches, so that no other does | until it has fetched | operators';
comment on column mail_state.fetched_at is 'technical | when the mail was last looked for; says nothing of whether any was there | until it is fetched again | the team';
comment on column mail_state.fault is 'technical | what is wrong, as one of our own words | until it goes well again | the team';
comment on column mail_state.left_behind is 'coarse | how many mails are too large and were left where they are | until it is fetched again | the team';
select lykta_tenant_table('mail_state');
