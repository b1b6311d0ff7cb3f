-- What is not about somebody in need: feedback, press, cooperation, becoming a member, giving. A correspondence of a
-- team of its own, with a key of its own; what it is about and who writes lie inside the seal.

alter table team_keys drop constraint team_keys_team_check;
alter table team_keys add constraint team_keys_team_check check (team in ('letters', 'intake', 'recruiters', 'office'));
alter table mailboxes drop constraint mailboxes_team_check;
alter table mailboxes add constraint mailboxes_team_check check (team in ('letters', 'intake', 'recruiters', 'office'));
comment on column mailboxes.team is 'coarse | whether it was written to those who answer letters, to the counselling service, to those who recruit or to the office | until she deletes it or it expires | the team';
