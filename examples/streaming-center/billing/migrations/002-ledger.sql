-- book: b moves the balance, p is paid out, a accrues and moves nothing. kind: the posting, and the record or the event it was made for.
create table ledger (
  slice int not null,
  account int8 not null,
  day date not null,
  kind text not null,
  book "char" not null check (book in ('b', 'p', 'a')),
  amount int8 not null,
  primary key (slice, account, day, kind)
) partition by range (day);

-- A computation of the agreement with what is the same for all accounts that are charged by it.
create table rule (id int8 primary key, body text not null);

-- What is charged every day of a range by a rule, with the facts of this account in the order the rule names them.
create table line (
  slice int not null,
  account int8 not null,
  first_day date not null,
  kind text not null,
  last_day date not null,
  rule int8 not null references rule,
  facts int8[],
  primary key (slice, account, first_day, kind),
  foreign key (slice, account) references account
);

-- What happens on one day beside the lines, unless something happens before: entries, and how the account then stands.
create table planned (
  slice int not null,
  day date not null,
  account int8 not null,
  entries text not null,
  status text not null,
  standing text not null,
  shown text not null,
  primary key (slice, day, account),
  foreign key (slice, account) references account
);
