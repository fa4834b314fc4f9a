-- Sums are whole minor units, days are days of the agreement's time zone. Every row that is charged names its slice, so that a slice can be
-- charged in one transaction and moved to another node whole.
create table setting (name text primary key, value text not null);

-- The agreement as it was published, from the day on which it takes effect.
create table edition (effective_on date primary key, document text not null);

-- The price of a tariff from a day on, and the day on which it was announced.
create table price (
  tariff text not null,
  effective_on date not null,
  announced_on date not null check (announced_on <= effective_on),
  amount int8 not null check (amount > 0),
  primary key (tariff, effective_on)
);

-- A slice of accounts: the node it lives on, and the last day it was charged through.
create table slice (slice int primary key, node int not null, through date not null);

-- Every balance changes every day: room is left in each page, so that a new version of a row stays on it and no index is touched.
-- ask_on: the first day on which the library has to be asked what happens; null, nothing does any more.
create table account (
  slice int not null references slice,
  account int8 not null,
  tariff text not null,
  opened_on date not null,
  opened_at text,
  balance int8 not null default 0,
  status text not null default '',
  standing text not null default '',
  shown text not null default '[]',
  ask_on date,
  primary key (slice, account)
) with (fillfactor = 80);

create table top_up (
  slice int not null,
  account int8 not null,
  id text not null,
  day date not null,
  at text,
  amount int8 not null check (amount > 0),
  primary key (slice, account, id),
  foreign key (slice, account) references account
);

-- A refund or the closing of an account that was asked for; what came back of it stands in the ledger.
create table refund (
  slice int not null,
  account int8 not null,
  id text not null,
  day date not null,
  at text,
  closes boolean not null,
  primary key (slice, account, id),
  foreign key (slice, account) references account
);

-- Whatever else happened to an account, as the agreement has it.
create table event (
  slice int not null,
  account int8 not null,
  id text not null,
  day date not null,
  body text not null,
  primary key (slice, account, id),
  foreign key (slice, account) references account
);
