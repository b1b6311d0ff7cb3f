-- A yes is kept first, and then what it promises: an entry that is still to be made is made by the next sweep.
alter table network_applications add column to_enter boolean not null default false
  check (not to_enter or stage = 'approved');
comment on column network_applications.to_enter is 'technical | whether the entry in the directory that a yes promises is still to be made | 90 days after the decision, at most a year | the federation';
