import type { Exercise } from "./exercise";

/** Whether it is the person at all. Nobody of these people exists. */
export const POLICE_EXERCISES: readonly Exercise[] = [
  {
    id: "noNumber",
    class: "missing",
    record: { fullName: "Mai Thị Hạnh", birthDate: "08/01/1964", sex: "female", idNumber: null },
    person: {
      fullName: "Mai Thị Hạnh",
      birthDate: "08/01/1964",
      sex: "female",
      idNumber: "072164000921",
    },
    step: "settle",
    fields: { idNumber: "registry" },
  },
  {
    id: "oldNumber",
    class: "old_number",
    record: {
      fullName: "Ngô Văn Lành",
      birthDate: "19/09/1955",
      sex: "male",
      idNumber: "290123456",
    },
    person: {
      fullName: "Ngô Văn Lành",
      birthDate: "19/09/1955",
      sex: "male",
      idNumber: "072055000922",
    },
    step: "settle",
    fields: { idNumber: "registry" },
  },
  {
    id: "oneDigit",
    class: "typo",
    record: {
      fullName: "Dương Thị Kim Ngân",
      birthDate: "27/12/1988",
      sex: "female",
      idNumber: "072188000932",
    },
    person: {
      fullName: "Dương Thị Kim Ngân",
      birthDate: "27/12/1988",
      sex: "female",
      idNumber: "072188000923",
    },
    step: "settle",
    fields: { idNumber: "registry" },
  },
  {
    id: "motherNumber",
    class: "different",
    record: {
      fullName: "Trần Gia Huy",
      birthDate: "14/03/2012",
      sex: "male",
      idNumber: "072186000924",
    },
    person: {
      fullName: "Lý Thị Thanh Thủy",
      birthDate: "02/05/1986",
      sex: "female",
      idNumber: "072186000924",
    },
    step: "reject",
    fields: {},
  },
  {
    id: "twins",
    class: "diacritics",
    record: { fullName: "Lê Văn Tài", birthDate: "10/02/2001", sex: "male", idNumber: null },
    person: {
      fullName: "Lê Văn Tại",
      birthDate: "10/02/2001",
      sex: "male",
      idNumber: "072201000925",
    },
    step: "reject",
    fields: {},
  },
  {
    id: "namesake",
    class: "different",
    record: {
      fullName: "Nguyễn Hồng Cẩm Tú",
      birthDate: "21/07/1993",
      sex: "female",
      idNumber: null,
    },
    person: {
      fullName: "Nguyễn Hồng Cẩm Tú",
      birthDate: "02/07/1993",
      sex: "female",
      idNumber: "072193000926",
    },
    step: "reject",
    fields: {},
  },
  {
    id: "wholePaper",
    class: "diacritics",
    record: {
      fullName: "Phan Thị Bưởi",
      birthDate: "05/08/1950",
      sex: "female",
      idNumber: "072150000927",
    },
    person: {
      fullName: "Phan Thị Bươi",
      birthDate: "11/04/1950",
      sex: "female",
      idNumber: "072150000927",
    },
    step: "settle",
    fields: { fullName: "registry", birthDate: "registry" },
  },
  {
    id: "nobodyKnows",
    class: "partial_date",
    record: { fullName: "Châu Văn Út Nhỏ", birthDate: "1970", sex: "male", idNumber: null },
    person: {
      fullName: "Châu Văn Út Nhỏ",
      birthDate: "14/05/1970",
      sex: "male",
      idNumber: "096070000928",
    },
    step: "giveUp",
    fields: {},
  },
];
