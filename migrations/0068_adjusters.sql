-- Who is to confirm the minutes of a meeting, each on her own page, and of which version she has.

create table association_adjusters (
  meeting_id uuid not null references association_meetings (id) on delete cascade,
  member_id uuid not null references association_members (id) on delete cascade,
  jour_id uuid not null references jours (id) on delete cascade,
  confirmed int check (confirmed between 1 and 200),
  confirmed_on date,
  primary key (meeting_id, member_id),
  check ((confirmed is null) = (confirmed_on is null))
);
create index association_adjusters_by on association_adjusters (member_id);
comment on table association_adjusters is 'The members who are asked to adjust minutes, until these are locked.';
comment on column association_adjusters.meeting_id is 'staff | the minutes of which meeting | until they are locked, others are asked, or she leaves | board and coordinators; she herself';
comment on column association_adjusters.member_id is 'staff | which member | as above | board and coordinators; she herself';
comment on column association_adjusters.jour_id is 'public | the jour | as above | everyone';
comment on column association_adjusters.confirmed is 'staff | the version that she has confirmed; of a later one she is asked anew | as above | board and coordinators; she herself';
comment on column association_adjusters.confirmed_on is 'staff | the day on which she did | as above | board and coordinators; she herself';
select lykta_tenant_table('association_adjusters');
