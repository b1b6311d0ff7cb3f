-- What the directory of the network tells of each jour. Faces are rows of their jour alone; what she
-- tells everybody is written beside, in the same transaction that changes it.

alter table faces add column reach jsonb not null default '{"municipalities":[],"elsewhere":true,"languages":["sv"]}';
comment on column faces.reach is 'public | the municipalities that it is there for, whether it receives people from elsewhere, and the languages spoken | while the face is here | everyone';

alter table network_listings add column entry jsonb;
comment on column network_listings.entry is 'public | what the directory tells of the face: who is received, municipalities, languages, announced hours, permit; written from the face and its hours when they change | while the face is here | everyone';

create table network_rules (
  one boolean primary key default true check (one),
  approval boolean not null
);
comment on table network_rules is 'What the federation wants of the jours of this house. Without a row it wants nothing.';
comment on column network_rules.one is 'technical | there is one row at most | while the house is here | operators';
comment on column network_rules.approval is 'public | whether a jour is listed only when the federation has approved her | until changed | everyone';
select lykta_shared_table('network_rules');

create table network_members (
  jour_id uuid primary key references jours (id) on delete cascade,
  approved_on date not null
);
comment on table network_members is 'The jours that the federation has approved.';
comment on column network_members.jour_id is 'public | the jour | until the federation takes it back | everyone';
comment on column network_members.approved_on is 'public | the day of the approval | until the federation takes it back | everyone';
select lykta_shared_table('network_members');

-- Shared to be read by all; a transaction that is bound to a jour changes neither, so that no jour
-- can approve herself or lift the rule.
alter table network_rules enable row level security;
alter table network_rules force row level security;
create policy read_by_all on network_rules for select using (true);
create policy written_by_no_jour on network_rules
  using (nullif(current_setting('lykta.jour', true), '') is null)
  with check (nullif(current_setting('lykta.jour', true), '') is null);
alter table network_members enable row level security;
alter table network_members force row level security;
create policy read_by_all on network_members for select using (true);
create policy written_by_no_jour on network_members
  using (nullif(current_setting('lykta.jour', true), '') is null)
  with check (nullif(current_setting('lykta.jour', true), '') is null);
