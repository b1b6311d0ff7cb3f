-- A row may land in the very moment in which its conversation ends on another process; it is swept (decision 0276).

comment on column live_frames.sealed is 'ciphertext | a frame, encrypted by the two who write and wrapped again by the server | until the conversation ends, at most 12 hours; one that lands in that very moment is swept within some ten minutes, its key already gone | the wrap: the server; the text: the seeker and those who answer her';
