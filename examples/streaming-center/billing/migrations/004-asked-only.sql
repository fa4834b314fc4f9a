-- Without the condition, the planner reads a slice by this index as readily as by the key, in the order of ask_on: the new versions of the
-- rows are then scattered over the table, more with every day.
drop index account_asked;
create index account_asked on account (slice, ask_on) where ask_on is not null;
