-- Whom the library has to be asked about is found without reading every account of the slice; the balance is in no index, so that a charge
-- still touches none.
create index account_asked on account (slice, ask_on);
