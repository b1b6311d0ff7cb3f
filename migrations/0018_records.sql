-- What a jour keeps of those who work for it: their pledge, that a register extract was shown (or, where
-- a shelter receives children, its sealed copy), who looked at such things, and the coordinators' review.

create table pledge_texts (
  jour_id uuid not null references jours (id) on delete cascade,
  version int not null check (version > 0),
  body text not null check (length(body) between 40 and 8000),
  published_on date not null,
  published_by uuid not null,
  primary key (jour_id, version)
);
comment on table pledge_texts is 'The jour''s pledge of confidentiality in its versions: what was signed must stay readable.';
comment on column pledge_texts.jour_id is 'public | the jour | while the jour is here | everyone';
comment on column pledge_texts.version is 'public | counts the texts of the jour | while the jour is here | members';
comment on column pledge_texts.body is 'public | the text, word for word | while the jour is here | members';
comment on column pledge_texts.published_on is 'coarse | the day from which it is asked for | while the jour is here | members';
comment on column pledge_texts.published_by is 'staff | random number of the coordinator who published it | while the jour is here | coordinators';
select lykta_tenant_table('pledge_texts');

-- No reference to members: the pledge binds, and must be provable, also after she has left.
create table pledges (
  jour_id uuid not null references jours (id) on delete cascade,
  member_id uuid not null,
  version int not null,
  statement bytea not null check (length(statement) <= 1024),
  identity_key bytea not null check (length(identity_key) = 32),
  signed_on date not null,
  left_on date,
  primary key (jour_id, member_id, version),
  foreign key (jour_id, version) references pledge_texts (jour_id, version) on delete cascade
);
comment on table pledges is 'Who has signed which pledge, each signed in her own browser. Swept two years after she left.';
comment on column pledges.jour_id is 'public | the jour | until two years after she left | everyone';
comment on column pledges.member_id is 'staff | random number of the member | until two years after she left | her colleagues';
comment on column pledges.version is 'staff | which text she signed | until two years after she left | her colleagues';
comment on column pledges.statement is 'staff | her signed statement: text, day, the name that she went by | until two years after she left | her colleagues';
comment on column pledges.identity_key is 'key | her public signing key, to prove it by | until two years after she left | her colleagues';
comment on column pledges.signed_on is 'coarse | the day | until two years after she left | her colleagues';
comment on column pledges.left_on is 'coarse | the day on which the register knew her no more | until two years after she left | coordinators';
select lykta_tenant_table('pledges');

create table member_standings (
  jour_id uuid not null references jours (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  work text check (work in ('none', 'children', 'shelter')),
  on_leave boolean not null default false,
  primary key (jour_id, member_id),
  unique (jour_id, member_id, work)
);
comment on table member_standings is 'What each member does, which decides what of the registers may be kept; and whether she is on leave.';
comment on column member_standings.jour_id is 'public | the jour | while she is a member | everyone';
comment on column member_standings.member_id is 'staff | the member | while she is a member | herself, coordinators';
comment on column member_standings.work is 'staff | no children, meets children, a shelter that receives children, or not chosen yet | while she is a member | herself, coordinators';
comment on column member_standings.on_leave is 'staff | whether she is on leave, without a reason | while she is a member | herself, coordinators';
select lykta_tenant_table('member_standings');

-- Regime (a). There is no room here for anything but that it was shown: no copy, no number, no remark.
create table extract_notes (
  jour_id uuid not null references jours (id) on delete cascade,
  member_id uuid not null,
  work text not null default 'children' check (work = 'children'),
  shown_month date not null check (extract(day from shown_month) = 1),
  seen_by uuid references members (id) on delete set null,
  primary key (jour_id, member_id),
  foreign key (jour_id, member_id, work)
    references member_standings (jour_id, member_id, work) on delete cascade
);
comment on table extract_notes is 'That a register extract was shown, where only a note of that may be kept. A new one replaces it.';
comment on column extract_notes.jour_id is 'public | the jour | while she is a member and meets children | everyone';
comment on column extract_notes.member_id is 'staff | who showed it | while she is a member and meets children | herself, coordinators';
comment on column extract_notes.work is 'technical | holds the note to those of whom only a note may be kept | while she is a member and meets children | operators';
comment on column extract_notes.shown_month is 'coarse | the month in which it was shown | while she is a member and meets children | herself, coordinators';
comment on column extract_notes.seen_by is 'staff | the coordinator who saw it, while she is a member | while she is a member and meets children | herself, coordinators';
select lykta_tenant_table('extract_notes');

-- Regime (b). Kept two years and more after she ended there, so no reference to members.
create table extract_copies (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  member_id uuid not null,
  issued_on date not null,
  started_on date not null,
  readers uuid[] not null check (cardinality(readers) between 1 and 8),
  criminal bytea not null check (length(criminal) <= 1012000),
  suspicion bytea not null check (length(suspicion) <= 1012000),
  ended_on date,
  check (issued_on <= started_on and issued_on >= started_on - interval '6 months')
);
create unique index extract_copies_one_each on extract_copies (jour_id, member_id) where ended_on is null;
comment on table extract_copies is 'Copies of both register extracts of those who work at a shelter that receives children.';
comment on column extract_copies.id is 'staff | random number of a copy | at least two years after she ended there | coordinators';
comment on column extract_copies.jour_id is 'public | the jour | at least two years after she ended there | everyone';
comment on column extract_copies.member_id is 'staff | whose it is | at least two years after she ended there | herself, coordinators';
comment on column extract_copies.issued_on is 'staff | the older of the days on which the two were issued | at least two years after she ended there | herself, coordinators';
comment on column extract_copies.started_on is 'staff | the day on which she began | at least two years after she ended there | herself, coordinators';
comment on column extract_copies.readers is 'staff | the managers who can open it | at least two years after she ended there | herself, coordinators';
comment on column extract_copies.criminal is 'ciphertext | extract of the criminal records register, sealed to the managers | at least two years after she ended there | the managers';
comment on column extract_copies.suspicion is 'ciphertext | extract of the register of suspicions, sealed to the managers | at least two years after she ended there | the managers';
comment on column extract_copies.ended_on is 'staff | the day on which she ended there | at least two years after she ended there | coordinators';
select lykta_tenant_table('extract_copies');

-- A copy of somebody of whom only a note may be kept, or nothing at all, does not come in.
create function lykta_only_of_the_shelter() returns trigger language plpgsql as $$
begin
  perform 1 from member_standings
    where jour_id = new.jour_id and member_id = new.member_id and work = 'shelter' for share;
  if not found then
    raise exception 'a copy may be kept only of those who work at a shelter that receives children'
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger only_of_the_shelter before insert on extract_copies
  for each row execute function lykta_only_of_the_shelter();

create table record_looks (
  jour_id uuid not null references jours (id) on delete cascade,
  day date not null,
  who uuid not null,
  whose uuid,
  what text not null check (what in ('list', 'record', 'copy', 'export')),
  times int not null check (times > 0)
);
create unique index record_looks_once on record_looks (jour_id, day, who, whose, what) nulls not distinct;
comment on table record_looks is 'Who looked at which colleague''s record, by the day. Swept after 25 months.';
comment on column record_looks.jour_id is 'public | the jour | 25 months | everyone';
comment on column record_looks.day is 'coarse | the day | 25 months | herself, coordinators and board';
comment on column record_looks.who is 'staff | random number of her who looked | 25 months | whoever was looked at, coordinators and board';
comment on column record_looks.whose is 'staff | random number of her who was looked at; nobody for the list of all | 25 months | herself, coordinators and board';
comment on column record_looks.what is 'staff | the list, a record, a copy, an export | 25 months | herself, coordinators and board';
comment on column record_looks.times is 'coarse | how often that day | 25 months | herself, coordinators and board';
select lykta_tenant_table('record_looks');

create table look_reviews (
  jour_id uuid not null references jours (id) on delete cascade,
  month date not null check (extract(day from month) = 1),
  reviewed_by uuid not null,
  statement bytea not null check (length(statement) <= 512),
  primary key (jour_id, month)
);
comment on table look_reviews is 'That a coordinator has gone through a month''s looks, signed by her. Swept after 25 months.';
comment on column look_reviews.jour_id is 'public | the jour | 25 months | everyone';
comment on column look_reviews.month is 'coarse | the month | 25 months | coordinators and board';
comment on column look_reviews.reviewed_by is 'staff | random number of the coordinator | 25 months | coordinators and board';
comment on column look_reviews.statement is 'staff | her signed statement of what she went through | 25 months | coordinators and board';
select lykta_tenant_table('look_reviews');

create table record_requests (
  jour_id uuid not null references jours (id) on delete cascade,
  member_id uuid not null references members (id) on delete cascade,
  kind text not null check (kind in ('correction', 'erasure')),
  asked_on date not null,
  primary key (jour_id, member_id, kind)
);
comment on table record_requests is 'That a member asks for her data to be corrected or erased.';
comment on column record_requests.jour_id is 'public | the jour | until it is done, or she leaves | everyone';
comment on column record_requests.member_id is 'staff | who asks | until it is done, or she leaves | herself, coordinators';
comment on column record_requests.kind is 'staff | correction or erasure | until it is done, or she leaves | herself, coordinators';
comment on column record_requests.asked_on is 'coarse | the day | until it is done, or she leaves | herself, coordinators';
select lykta_tenant_table('record_requests');
