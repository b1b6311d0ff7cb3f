-- What a jour shows of herself: faces, opening hours, and the list of jours of the whole house.
-- All of it is meant for everybody; none of it is about a person who seeks support.

create table faces (
  id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  slug text not null check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  position int not null,
  kind text not null check (kind in ('kvinnojour', 'ungdomsjour')),
  version int not null default 1,
  hours_version int not null default 1,
  name text not null check (length(name) between 1 and 120),
  colour text not null,
  tab_title text not null check (length(tab_title) between 1 and 40),
  phone text,
  exit_url text not null check (exit_url like 'https://%'),
  place text not null,
  policy jsonb not null,
  welcome jsonb not null,
  doors jsonb not null,
  before_you_write jsonb not null,
  permit jsonb not null,
  partners jsonb not null,
  news jsonb not null,
  unique (jour_id, slug),
  unique (jour_id, id)
);
comment on table faces is 'What the jour shows: a women''s centre and its youth centre are two faces of one jour.';
comment on column faces.id is 'public | random number of the face | while the face is here | everyone';
comment on column faces.jour_id is 'public | the jour | while the face is here | everyone';
comment on column faces.slug is 'public | short name of the face | while the face is here | everyone';
comment on column faces.position is 'public | its place among the faces of the jour | while the face is here | everyone';
comment on column faces.kind is 'public | women''s centre or youth centre | while the face is here | everyone';
comment on column faces.version is 'technical | counts the changes of the texts, so that two coordinators do not overwrite each other | while the face is here | coordinators';
comment on column faces.hours_version is 'technical | counts the changes of the hours, likewise | while the face is here | coordinators';
comment on column faces.name is 'public | its name | while the face is here | everyone';
comment on column faces.colour is 'public | its colour, by name | while the face is here | everyone';
comment on column faces.tab_title is 'public | the discreet name on the browser''s tab | while the face is here | everyone';
comment on column faces.phone is 'public | telephone number of the helpline | while the face is here | everyone';
comment on column faces.exit_url is 'public | where the quick exit leads | while the face is here | everyone';
comment on column faces.place is 'public | the towns that it is there for; never an address | while the face is here | everyone';
comment on column faces.policy is 'public | who is received and who answers | while the face is here | everyone';
comment on column faces.welcome is 'public | the first words of the front page, and about the jour | while the face is here | everyone';
comment on column faces.doors is 'public | the texts of each door, and the ways on for those who are not received | while the face is here | everyone';
comment on column faces.before_you_write is 'public | what the pledge means and where it ends, in the jour''s own words | while the face is here | everyone';
comment on column faces.permit is 'public | status of the permit for protected housing | while the face is here | everyone';
comment on column faces.partners is 'public | names and pages of partners | while the face is here | everyone';
comment on column faces.news is 'public | what the jour wants to tell | while the face is here | everyone';
select lykta_tenant_table('faces');

create table opening_hours (
  jour_id uuid not null references jours (id) on delete cascade,
  face_id uuid not null,
  channel text not null check (channel in ('chat', 'phone', 'letter', 'talk')),
  weekday int not null check (weekday between 1 and 7),
  opens text not null check (opens ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  closes text not null check (closes ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  primary key (jour_id, face_id, channel, weekday, opens),
  foreign key (jour_id, face_id) references faces (jour_id, id) on delete cascade
);
comment on table opening_hours is 'The announced hours of an ordinary week, on the clock in Sweden.';
comment on column opening_hours.jour_id is 'public | the jour | until changed | everyone';
comment on column opening_hours.face_id is 'public | the face | until changed | everyone';
comment on column opening_hours.channel is 'public | chat, phone, letter or talk | until changed | everyone';
comment on column opening_hours.weekday is 'public | the day, 1 is Monday | until changed | everyone';
comment on column opening_hours.opens is 'public | when it opens | until changed | everyone';
comment on column opening_hours.closes is 'public | when it closes; at or before the opening it means the next day | until changed | everyone';
select lykta_tenant_table('opening_hours');

create table hours_exceptions (
  jour_id uuid not null references jours (id) on delete cascade,
  face_id uuid not null,
  date date not null,
  channel text not null check (channel in ('all', 'chat', 'phone', 'letter', 'talk')),
  intervals jsonb not null,
  primary key (jour_id, face_id, date, channel),
  foreign key (jour_id, face_id) references faces (jour_id, id) on delete cascade
);
comment on table hours_exceptions is 'Dates on which other hours hold, or none.';
comment on column hours_exceptions.jour_id is 'public | the jour | until changed | everyone';
comment on column hours_exceptions.face_id is 'public | the face | until changed | everyone';
comment on column hours_exceptions.date is 'public | the date in Sweden | until changed | everyone';
comment on column hours_exceptions.channel is 'public | the channel, or all | until changed | everyone';
comment on column hours_exceptions.intervals is 'public | the hours of that date; none means closed | until changed | everyone';
select lykta_tenant_table('hours_exceptions');

create table network_listings (
  face_id uuid primary key,
  jour_id uuid not null references jours (id) on delete cascade,
  name text not null,
  kind text not null check (kind in ('kvinnojour', 'ungdomsjour')),
  place text not null,
  phone text
);
create index network_listings_of_jour on network_listings (jour_id);
comment on table network_listings is 'The list of jours that the federation''s page shows.';
comment on column network_listings.face_id is 'public | the face | while the face is here | everyone';
comment on column network_listings.jour_id is 'public | the jour | while the face is here | everyone';
comment on column network_listings.name is 'public | its name | while the face is here | everyone';
comment on column network_listings.kind is 'public | women''s centre or youth centre | while the face is here | everyone';
comment on column network_listings.place is 'public | the towns that it is there for | while the face is here | everyone';
comment on column network_listings.phone is 'public | telephone number of the helpline | while the face is here | everyone';
select lykta_shared_table('network_listings');
-- Shared to be read by all, yet each jour writes only what is said of herself.
alter table network_listings enable row level security;
alter table network_listings force row level security;
create policy read_by_all on network_listings for select using (true);
create policy written_by_own_jour on network_listings
  using (jour_id = nullif(current_setting('lykta.jour', true), '')::uuid)
  with check (jour_id = nullif(current_setting('lykta.jour', true), '')::uuid);
