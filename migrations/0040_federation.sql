-- The federation has a desk, members and pages as a jour has, and no way in for seekers: it is a tenant
-- of its own, at the host of the directory. Without one there is the directory alone.

alter table jours add column federation boolean not null default false;
create unique index jours_one_federation on jours (federation) where federation;
comment on column jours.federation is 'public | whether it is the federation, not a jour | while it is here | everyone';

-- What a federation says: positions, answers to referrals, its reference groups.
alter table pages drop constraint pages_kind_check;
alter table pages add constraint pages_kind_check check (kind in ('guide', 'relative', 'social-services',
  'kvinnojour', 'shelter', 'about', 'traces', 'accessibility', 'emergency', 'news', 'report', 'position',
  'referral', 'group'));
alter table pages add column referral jsonb check (referral is null or kind = 'referral');
comment on column pages.referral is 'public | of an answer to a referral: who asked, about which document, and where that can be read | while the page is here | everyone';

-- Jours of the network whose pages are not in this house: entered by the federation when it approves an
-- application, or from a file in the open format.
create table network_guests (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  kind text not null check (kind in ('kvinnojour', 'ungdomsjour')),
  place text not null check (length(place) <= 200),
  phone text check (length(phone) <= 40),
  url text not null check (length(url) <= 300 and url like 'https://%'),
  entry jsonb not null,
  source text not null check (source in ('application', 'hsds')),
  since date not null
);
comment on table network_guests is 'Jours of the directory whose pages are elsewhere. Public facts of associations.';
comment on column network_guests.id is 'public | random number, or the one of the file that it came from | until the federation takes it off | everyone';
comment on column network_guests.name is 'public | its name | until the federation takes it off | everyone';
comment on column network_guests.kind is 'public | women''s centre or youth centre | until the federation takes it off | everyone';
comment on column network_guests.place is 'public | the towns that it is there for; never an address | until the federation takes it off | everyone';
comment on column network_guests.phone is 'public | telephone number of the helpline | until the federation takes it off | everyone';
comment on column network_guests.url is 'public | its own site | until the federation takes it off | everyone';
comment on column network_guests.entry is 'public | what the directory tells of it, as of every face | until the federation takes it off | everyone';
comment on column network_guests.source is 'public | an application or a file | until the federation takes it off | everyone';
comment on column network_guests.since is 'public | the day on which it was entered | until the federation takes it off | everyone';
select lykta_shared_table('network_guests');
-- As with approval: no transaction that is bound to a jour changes it.
alter table network_guests enable row level security;
alter table network_guests force row level security;
create policy read_by_all on network_guests for select using (true);
create policy written_by_no_jour on network_guests
  using (nullif(current_setting('lykta.jour', true), '') is null)
  with check (nullif(current_setting('lykta.jour', true), '') is null);

-- An association asks to join. No seeker is in it: what an association says of itself, and whom to ask.
create table network_applications (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  code bytea not null unique check (length(code) = 32),
  sent_on date not null,
  stage text not null default 'new' check (stage in ('new', 'asked', 'answered', 'approved', 'declined')),
  decided_on date,
  version int not null default 1,
  told jsonb not null,
  talk jsonb not null default '[]',
  check ((stage in ('approved', 'declined')) = (decided_on is not null))
);
comment on table network_applications is 'Applications of jours to join the federation. Deleted 90 days after the decision, and a year after they were sent.';
comment on column network_applications.id is 'technical | random number | 90 days after the decision, at most a year | the federation';
comment on column network_applications.jour_id is 'public | the federation | 90 days after the decision, at most a year | everyone';
comment on column network_applications.code is 'technical | hash of the code with which the applicant reads the answer | 90 days after the decision, at most a year | nobody';
comment on column network_applications.sent_on is 'staff | the day on which it was sent | 90 days after the decision, at most a year | the federation and the applicant';
comment on column network_applications.stage is 'staff | where it stands | 90 days after the decision, at most a year | the federation and the applicant';
comment on column network_applications.decided_on is 'staff | the day of the decision | 90 days after the decision, at most a year | the federation and the applicant';
comment on column network_applications.version is 'technical | counts the changes, so that two do not decide at once | 90 days after the decision, at most a year | the federation';
comment on column network_applications.told is 'staff | what the association tells of itself, and a contact person''s name and address | 90 days after the decision, at most a year | the federation';
comment on column network_applications.talk is 'staff | questions of the federation and answers | 90 days after the decision, at most a year | the federation and the applicant';
select lykta_tenant_table('network_applications');
