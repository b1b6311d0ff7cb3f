-- Whoever is deleted takes with her what waits to be sent to her: mail to her begins, in this column, with her number.

comment on column mail_outbox.about is 'key | the correspondence that it answers, the request that it is about, or which member of the association it goes to and by which call or reminder | until it is sent, the notice is taken away, or that is deleted | the team';
comment on column mail_outbox.sealed is 'ciphertext | address, subject and text; goes as ordinary mail, so the server has the key until it is sent | until it is sent or given up; with a member of the association, or a request for a lecture, when that is deleted | the wrap: the server; then whoever carries the mail';
