-- What remains of a finished conversation: a count, by month, in buckets. No time, no number of it.

create table counters (
  jour_id uuid not null references jours (id) on delete cascade,
  face_id uuid not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  door text not null,
  channel text not null,
  measure text not null,
  bucket text not null,
  count int not null,
  primary key (jour_id, face_id, month, door, channel, measure, bucket)
);
comment on table counters is 'Coarse counters of finished conversations.';
comment on column counters.jour_id is 'public | the jour | while the jour is here | the jour';
comment on column counters.face_id is 'public | the face | while the jour is here | the jour';
comment on column counters.month is 'coarse | the month | while the jour is here | the jour';
comment on column counters.door is 'coarse | the door that was chosen | while the jour is here | the jour';
comment on column counters.channel is 'coarse | chat, phone, letter or talk | while the jour is here | the jour';
comment on column counters.measure is 'coarse | what is counted | while the jour is here | the jour';
comment on column counters.bucket is 'coarse | a range of minutes | while the jour is here | the jour';
comment on column counters.count is 'coarse | how many, written down by the quarter of an hour at most | while the jour is here | the jour';
select lykta_tenant_table('counters');
