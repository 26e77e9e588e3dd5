import type { Exercise } from "./exercise";

/** Records that say too little: what the team finds is what counts. Nobody of these people exists. */
export const HAMLET_EXERCISES: readonly Exercise[] = [
  {
    id: "cardSeen",
    class: "missing",
    record: { fullName: "Hồ Thị Lụa", birthDate: "06/02/1972", sex: "female", idNumber: null },
    person: null,
    step: "settle",
    fields: { idNumber: { typed: "072172000931" } },
  },
  {
    id: "onlyYear",
    class: "partial_date",
    record: { fullName: "Tô Văn Bền", birthDate: "1949", sex: "male", idNumber: null },
    person: null,
    step: "settle",
    fields: { birthDate: { typed: "05/09/1949" }, idNumber: { typed: "072049000932" } },
  },
  {
    id: "noMarks",
    class: "no_diacritics",
    record: { fullName: "LE THI BE BA", birthDate: "11/11/1981", sex: "female", idNumber: null },
    person: null,
    step: "settle",
    fields: { fullName: { typed: "Lê Thị Bé Ba" }, idNumber: { typed: "072181000933" } },
  },
  {
    id: "shortName",
    class: "abbreviated",
    record: { fullName: "Ng. V. Tám", birthDate: "28/08/1960", sex: "male", idNumber: null },
    person: null,
    step: "settle",
    fields: { fullName: { typed: "Nguyễn Văn Tám" }, idNumber: { typed: "072060000934" } },
  },
  {
    id: "wrongDay",
    class: "typo",
    record: { fullName: "Đinh Công Sơn", birthDate: "12/10/1966", sex: "male", idNumber: null },
    person: null,
    step: "settle",
    fields: { birthDate: { typed: "21/10/1966" }, idNumber: { typed: "072066000935" } },
  },
  {
    id: "oldCard",
    class: "old_number",
    record: { fullName: "Lâm Thị Sáu", birthDate: "01/01/1957", sex: "female", idNumber: null },
    person: null,
    step: "settle",
    fields: { idNumber: { typed: "290765432" } },
  },
  {
    id: "child",
    class: "missing",
    record: { fullName: "Trương Bảo Ngọc", birthDate: "16/05/2014", sex: "female", idNumber: null },
    person: null,
    step: "settle",
    fields: { idNumber: { typed: "072314000937" } },
  },
  {
    id: "movedAway",
    class: "missing",
    record: { fullName: "Nguyễn Văn Hai", birthDate: "1975", sex: "male", idNumber: null },
    person: null,
    step: "giveUp",
    fields: {},
  },
];
