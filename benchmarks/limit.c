/*
 * The loops of the limit in C: `limit KERNEL FILE MILLISECONDS`.
 *
 * FILE holds, as doubles: the number of columns, then for each column its length and its values. Prints the nanoseconds of CPU that one row
 * takes and the sum of the answers of all rows.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MOST_COLUMNS 64
/* What a numerator may be, so that twice of it is exact in a double too. */
#define MOST (INT64_C(1) << 51)

static double *columns[MOST_COLUMNS];
static int64_t lengths[MOST_COLUMNS];
static int64_t rows;

static inline int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }
static inline int64_t greatest(int64_t a, int64_t b) { return a > b ? a : b; }

static int32_t *ints(int column) {
  int32_t *out = malloc(sizeof(int32_t) * (size_t)(lengths[column] + 1));
  for (int64_t at = 0; at < lengths[column]; at++) out[at] = (int32_t)columns[column][at];
  return out;
}

static int64_t *longs(int column) {
  int64_t *out = malloc(sizeof(int64_t) * (size_t)(lengths[column] + 1));
  for (int64_t at = 0; at < lengths[column]; at++) out[at] = (int64_t)columns[column][at];
  return out;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

/* Runs code that gives the answer of row `at` as `answer`, over all rows again and again for the time asked. */
#define MEASURE(...)                                                     \
  do {                                                                   \
    int64_t sum = 0;                                                     \
    for (int64_t at = 0; at < rows; at++) { int64_t answer; __VA_ARGS__; sum += answer; } \
    double began = now(), ended = began;                                 \
    int64_t done = 0, again = 0;                                         \
    while (ended - began < milliseconds * 1e6) {                         \
      for (int64_t at = 0; at < rows; at++) { int64_t answer; __VA_ARGS__; again += answer; } \
      __asm__ volatile("" : : "r"(again) : "memory");                    \
      done += rows;                                                      \
      ended = now();                                                     \
    }                                                                    \
    printf("%.4f %lld\n", (ended - began) / (double)done, (long long)sum); \
    return 0;                                                            \
  } while (0)

static int daily_charge(double milliseconds) {
  int64_t *price = longs(0);
  int32_t *day = ints(1), *length = ints(2);
  static uint32_t bits[32 * 32];
  for (int n = 28; n <= 31; n++)
    for (int k = 1; k <= n; k++)
      for (int r = 0; r < n; r++)
        bits[n * 32 + k] |= (uint32_t)((2 * r * k + n) / (2 * n) - (2 * r * (k - 1) + n) / (2 * n)) << r;
  MEASURE({
    int64_t n = length[at], size = price[at] < 0 ? -price[at] : price[at];
    int64_t whole = size / n;
    answer = whole + ((bits[n * 32 + day[at]] >> (size - whole * n)) & 1);
    if (price[at] < 0) answer = -answer;
  });
}


static int plan_change(double milliseconds) {
  int64_t *from = longs(0), *to = longs(1);
  int32_t *first = ints(2), *last = ints(3), *changed = ints(4);
  int64_t *credits = malloc(sizeof(int64_t) * (size_t)rows), *charges = malloc(sizeof(int64_t) * (size_t)rows);
  MEASURE({
    int64_t whole = last[at] - first[at] + 1, part = last[at] - changed[at] + 1;
    int64_t credit = from[at] * part, charge = to[at] * part;
    if (credit + charge > MOST) return 3;
    credits[at] = (2 * credit + whole) / (2 * whole);
    charges[at] = (2 * charge + whole) / (2 * whole);
    answer = charges[at] - credits[at];
  });
}

static int penalty(double milliseconds) {
  int64_t *overdue = longs(0), *paid = longs(5);
  int32_t *due = ints(1), *as_of = ints(2), *starts = ints(3), *on = ints(4);
  int32_t *rate = ints(6), *rate_per = ints(7), *cap_rate = ints(8), *cap_per = ints(9);
  int64_t *accruals = malloc(sizeof(int64_t) * (size_t)rows), *caps = malloc(sizeof(int64_t) * (size_t)rows);
  MEASURE({
    int64_t debt = overdue[at], outstanding = debt, accrued = 0, end = as_of[at] + 1, day = least(due[at] + 1, end);
    for (int32_t nth = starts[at]; nth < starts[at + 1]; nth++) {
      int64_t paid_on = greatest(least(on[nth], end), day);
      accrued += outstanding * (paid_on - day);
      outstanding = greatest(outstanding - paid[nth], 0);
      day = paid_on;
    }
    accrued = (accrued + outstanding * (end - day)) * rate[at];
    int64_t of_cap = debt * cap_rate[at], per = rate_per[at], cap = cap_per[at];
    if (accrued + of_cap > MOST) return 3;
    accruals[at] = (2 * accrued + per) / (2 * per);
    caps[at] = (2 * of_cap + cap) / (2 * cap);
    answer = least(accruals[at], caps[at]);
  });
}

/* The day so many months from a day, clamped; see work/monthsShifted.mjs. */
static inline int32_t months_shifted(const int32_t *starts, int32_t day, int32_t months) {
  int32_t guess = (int32_t)(((uint32_t)day * 2153) >> 16), month = starts[guess + 1] <= day ? guess + 1 : guess;
  int32_t start = starts[month + months], length = starts[month + months + 1] - start, day_of_month = day - starts[month];
  return start + (day_of_month < length ? day_of_month : length - 1);
}

static int liability_cap(double milliseconds) {
  int64_t *loss = longs(0), *paid = longs(4);
  int32_t *event = ints(1), *starts = ints(2), *on = ints(3), *window = ints(5), *rate = ints(6), *per = ints(7);
  int32_t *month_starts = ints(8);
  int64_t *bases = malloc(sizeof(int64_t) * (size_t)rows), *caps = malloc(sizeof(int64_t) * (size_t)rows);
  MEASURE({
    int32_t end = event[at], first = months_shifted(month_starts, end, -window[at]);
    int64_t base = 0;
    for (int32_t nth = starts[at]; nth < starts[at + 1]; nth++)
      if (on[nth] >= first && on[nth] < end) base += paid[nth];
    bases[at] = base;
    int64_t of_cap = base * rate[at];
    if (of_cap > MOST) return 3;
    caps[at] = (2 * of_cap + per[at]) / (2 * per[at]);
    answer = least(loss[at], caps[at]);
  });
}

static int refund_window(double milliseconds) {
  int32_t *purchased = ints(0), *credited = ints(1), *requested = ints(2), *days = ints(3), *months = ints(4);
  int32_t *month_starts = ints(5);
  int32_t *unused_until = malloc(sizeof(int32_t) * (size_t)rows), *credited_until = malloc(sizeof(int32_t) * (size_t)rows);
  MEASURE({
    unused_until[at] = purchased[at] + days[at];
    credited_until[at] = months_shifted(month_starts, credited[at], months[at]);
    int64_t until = least(unused_until[at], credited_until[at]);
    answer = 2 * until + (requested[at] <= until ? 1 : 0);
  });
}

static int working_days(double milliseconds) {
  int32_t *from = ints(0), *count = ints(1), *rank = ints(2), *select = ints(3), first = ints(4)[0];
  MEASURE({ answer = first + select[rank[from[at] - first] + count[at] - 1]; });
}

static int months(double milliseconds) {
  int32_t *from = ints(0), *count = ints(1), *month = ints(2), *day_of_month = ints(3), *start = ints(4);
  int32_t *length = ints(5), *roll = ints(6), first = ints(7)[0];
  MEASURE({
    int32_t day = from[at] - first, target = month[day] + count[at];
    answer = roll[start[target] + least(day_of_month[day], length[target]) - 1 - first];
  });
}

static int sms_segments(double milliseconds) {
  int32_t *from = ints(0), *to = ints(1);
  uint16_t *code = malloc(sizeof(uint16_t) * (size_t)lengths[2]);
  uint8_t *septets = malloc((size_t)lengths[3]);
  for (int64_t at = 0; at < lengths[2]; at++) code[at] = (uint16_t)columns[2][at];
  for (int64_t at = 0; at < lengths[3]; at++) septets[at] = (uint8_t)columns[3][at];
  MEASURE({
    int32_t start = from[at], end = to[at], nth = start, units = 0;
    for (; nth < end && septets[code[nth]] != 0; nth++) units += septets[code[nth]];
    int narrow = nth == end;
    if (!narrow) units = end - start;
    answer = 1;
    int32_t capacity = narrow ? 153 : 67;
    if (units > (narrow ? 160 : 70)) {
      if (!narrow) {
        for (int32_t seam = start; end - seam > capacity; answer++) {
          seam += capacity;
          if ((code[seam] & 0xfc00) == 0xdc00 && (code[seam - 1] & 0xfc00) == 0xd800) seam--;
        }
      } else {
        int32_t filled = 0;
        for (nth = start; nth < end; nth++) {
          int32_t size = septets[code[nth]];
          if (filled + size > capacity) { answer++; filled = 0; }
          filled += size;
        }
      }
    }
  });
}

static int replay_year(double milliseconds) {
  int64_t *price = longs(0), *credit = longs(3);
  int32_t *day = ints(1), *length = ints(2);
  MEASURE({
    int64_t before = 0;
    answer = 0;
    for (int64_t nth = 0; nth < 365; nth++) {
      int64_t through = (2 * price[at] * day[nth] + length[nth]) / (2 * length[nth]);
      answer += credit[at * 365 + nth] - through + before;
      before = day[nth] == length[nth] ? 0 : through;
    }
  });
}

static uint32_t bits_of(int32_t day, int32_t length) {
  uint32_t bits = 0;
  for (int32_t rest = 0; rest < length; rest++)
    bits |= (uint32_t)((2 * rest * day + length) / (2 * length) - (2 * rest * (day - 1) + length) / (2 * length)) << rest;
  return bits;
}

static int int32_column(double milliseconds) {
  int32_t *price = ints(0), length = ints(2)[0], *out = malloc(sizeof(int32_t) * (size_t)rows);
  uint32_t bits = bits_of(ints(1)[0], length);
  MEASURE({
    int32_t whole = price[at] / length;
    out[at] = whole + (int32_t)((bits >> (price[at] - whole * length)) & 1);
    answer = out[at];
  });
}

static int float64_column(double milliseconds) {
  double *price = columns[0], *out = malloc(sizeof(double) * (size_t)rows);
  int32_t length = ints(2)[0];
  uint32_t bits = bits_of(ints(1)[0], length);
  MEASURE({
    int64_t whole = (int64_t)(price[at] / length);
    int32_t rest = (int32_t)(price[at] - (double)(whole * length));
    out[at] = (double)(whole + ((bits >> rest) & 1));
    answer = (int64_t)out[at];
  });
}

int main(int count, char **words) {
  if (count != 4) return 2;
  FILE *file = fopen(words[2], "rb");
  double number;
  if (file == NULL || fread(&number, sizeof number, 1, file) != 1 || number > MOST_COLUMNS) return 2;
  int many = (int)number;
  for (int column = 0; column < many; column++) {
    if (fread(&number, sizeof number, 1, file) != 1) return 2;
    lengths[column] = (int64_t)number;
    columns[column] = malloc(sizeof(double) * (size_t)(lengths[column] + 1));
    if (fread(columns[column], sizeof(double), (size_t)lengths[column], file) != (size_t)lengths[column]) return 2;
  }
  fclose(file);
  rows = lengths[0];
  double milliseconds = atof(words[3]);
  const char *kernel = words[1];
  if (strcmp(kernel, "daily_charge") == 0) return daily_charge(milliseconds);
  if (strcmp(kernel, "plan_change") == 0) return plan_change(milliseconds);
  if (strcmp(kernel, "penalty") == 0) return penalty(milliseconds);
  if (strcmp(kernel, "liability_cap") == 0) return liability_cap(milliseconds);
  if (strcmp(kernel, "refund_window") == 0) return refund_window(milliseconds);
  if (strcmp(kernel, "working_days") == 0) return working_days(milliseconds);
  if (strcmp(kernel, "months") == 0) return months(milliseconds);
  if (strcmp(kernel, "sms_segments") == 0) return sms_segments(milliseconds);
  if (strcmp(kernel, "replay_year") == 0) return replay_year(milliseconds);
  if (strcmp(kernel, "int32_column") == 0) return int32_column(milliseconds);
  if (strcmp(kernel, "float64_column") == 0) return float64_column(milliseconds);
  return 2;
}
