/** What a column of an imported file holds about a person. */
export type ColumnKey =
  | "ordinal"
  | "sourceId"
  | "fullName"
  | "birthDate"
  | "sex"
  | "documentType"
  | "idNumber"
  | "oldIdNumber"
  | "insuranceNumber"
  | "phone"
  | "provinceName"
  | "districtName"
  | "communeName"
  | "communeCode"
  | "address"
  | "group"
  | "errorKind"
  | "verification"
  | "note";

/** What a column holds about one dose. */
export type DoseKey = "number" | "date" | "vaccine" | "lot" | "facility";

/** One row a person with the doses side by side, or one row a dose. */
export type Layout = "person" | "dose";

/** `title` is how the profile itself writes it; `aliases` are other spellings, best first. */
export interface Column<Key extends string> {
  key: Key;
  title: string;
  aliases: readonly string[];
}

export interface Profile {
  name: "platform" | "plain";
  columns: readonly Column<ColumnKey>[];
  /** Columns that stand after the doses. */
  tail: readonly Column<ColumnKey>[];
  doseColumns: readonly Column<DoseKey>[];
}

function column<Key extends string>(key: Key, title: string, ...aliases: string[]): Column<Key> {
  return { key, title, aliases };
}

/**
 * The lists of the immunisation platform. No published template is known: these columns are assumed
 * from lists in circulation, so everything is found by title and nothing by position.
 */
export const PLATFORM_COLUMNS = [
  column("ordinal", "STT", "Số TT", "TT", "Số thứ tự", "No"),
  column(
    "sourceId",
    "Mã đối tượng",
    "Mã đối tượng tiêm chủng",
    "Mã đối tượng tiêm",
    "Mã ĐT",
    "Mã hồ sơ",
    "Mã tiêm chủng",
    "Mã công dân",
  ),
  column("fullName", "Họ và tên", "Họ tên", "Họ, tên", "Họ và tên đối tượng", "Tên đối tượng"),
  column("birthDate", "Ngày sinh", "Ngày tháng năm sinh", "Ngày, tháng, năm sinh", "Năm sinh"),
  column("sex", "Giới tính", "Giới", "Nam/Nữ", "Phái"),
  column("documentType", "Loại giấy tờ", "Loại giấy tờ tùy thân", "Loại GTTT"),
  column(
    "idNumber",
    "Số CCCD/CMND/HC",
    "Số CCCD",
    "CCCD",
    "CCCD/CMND",
    "CMND/CCCD",
    "Số CCCD/CMND",
    "Số CMND/CCCD",
    "CMND/CCCD/HC",
    "CCCD/CMND/HC",
    "CMND/CCCD/Hộ chiếu",
    "Số CMND/CCCD/Hộ chiếu",
    "Số CCCD/CMND/Hộ chiếu",
    "CMT/CCCD",
    "Số CMT/CCCD",
    "Số căn cước công dân",
    "Căn cước công dân",
    "Số căn cước",
    "Số định danh cá nhân",
    "Số định danh",
    "Số ĐDCN",
    "Số giấy tờ",
  ),
  column("oldIdNumber", "Số CMND", "CMND", "Số CMT", "CMT", "Chứng minh nhân dân", "CMND cũ"),
  column("insuranceNumber", "Số thẻ BHYT", "Thẻ BHYT", "BHYT", "Mã thẻ BHYT", "Số BHYT"),
  column("phone", "SĐT", "Số điện thoại", "Điện thoại", "Điện thoại liên hệ", "Di động"),
  column("provinceName", "Tỉnh", "Tỉnh/Thành phố", "Tỉnh/TP", "Tỉnh thành", "Tên tỉnh"),
  column("districtName", "Huyện", "Quận/Huyện", "Huyện/Quận", "Quận huyện", "Tên huyện"),
  column("communeName", "Xã", "Xã/Phường", "Phường/Xã", "Xã/Phường/Thị trấn", "Tên xã"),
  column("communeCode", "Mã xã", "Mã phường/xã", "Mã xã/phường", "Mã ĐVHC cấp xã"),
  column(
    "address",
    "Địa chỉ chi tiết (thôn/tổ)",
    "Địa chỉ chi tiết",
    "Thôn/Tổ",
    "Thôn/Ấp/Tổ",
    "Số nhà, thôn/tổ",
    "Địa chỉ",
    "Địa chỉ thường trú",
    "Nơi ở hiện tại",
  ),
  column("group", "Nhóm đối tượng", "Đối tượng", "Nhóm ưu tiên", "Đối tượng ưu tiên"),
] as const satisfies readonly Column<ColumnKey>[];

/** Columns of the platform's lists that stand after the doses. */
export const PLATFORM_TAIL = [
  column("errorKind", "Loại lỗi", "Lỗi", "Nội dung lỗi"),
  column("verification", "Kết quả xác minh", "Kết quả xác thực", "Xác minh"),
  column("note", "Ghi chú", "Chú thích", "Diễn giải"),
] as const satisfies readonly Column<ColumnKey>[];

/** With a number behind the title where the doses stand side by side ("Ngày tiêm 2"). */
export const DOSE_COLUMNS = [
  column("number", "Mũi", "Mũi số", "Mũi tiêm", "Mũi tiêm số", "Thứ tự mũi tiêm", "dose_number"),
  column("date", "Ngày tiêm", "Ngày tiêm chủng", "Thời gian tiêm", "Ngày", "dose_date"),
  column(
    "vaccine",
    "Vắc xin",
    "Vaccine",
    "Vacxin",
    "Vắc-xin COVID-19",
    "Tên vắc xin",
    "Loại vắc xin",
    "dose_vaccine",
  ),
  column("lot", "Số lô", "Lô", "Số lô vắc xin", "Lô vắc xin", "dose_lot"),
  column(
    "facility",
    "Cơ sở tiêm",
    "Cơ sở tiêm chủng",
    "Nơi tiêm",
    "Điểm tiêm",
    "Địa điểm tiêm",
    "dose_facility",
  ),
] as const satisfies readonly Column<DoseKey>[];

/** The columns of a file made by a program rather than by the platform. */
export const PLAIN_COLUMNS = [
  column("sourceId", "record_id"),
  column("fullName", "full_name"),
  column("birthDate", "birth_date"),
  column("sex", "sex"),
  column("idNumber", "id_number"),
  column("phone", "phone"),
  column("address", "address"),
  column("communeCode", "commune_code"),
] as const satisfies readonly Column<ColumnKey>[];

export const PLATFORM_PROFILE: Profile = {
  name: "platform",
  columns: PLATFORM_COLUMNS,
  tail: PLATFORM_TAIL,
  doseColumns: DOSE_COLUMNS,
};

export const PLAIN_PROFILE: Profile = {
  name: "plain",
  columns: PLAIN_COLUMNS,
  tail: [],
  doseColumns: DOSE_COLUMNS,
};

export const PROFILES: readonly Profile[] = [PLATFORM_PROFILE, PLAIN_PROFILE];

/** A file without one of these can't be compared at all: the four fields and the source's own id. */
export const REQUIRED_COLUMNS: readonly ColumnKey[] = [
  "sourceId",
  "fullName",
  "birthDate",
  "sex",
  "idNumber",
];

/** Known when they occur, but not part of the profile's own list. */
const EXTRA_COLUMNS: readonly ColumnKey[] = ["oldIdNumber", "communeCode"];

/**
 * The title line of a file in this profile, for writing one. `doseCount` is how many doses stand
 * side by side; the dose layout has the dose columns once, without a number.
 */
export function profileTitles(
  profile: Profile,
  layout: Layout,
  doseCount: number = layout === "dose" ? 1 : 0,
): string[] {
  const kept = profile.columns.filter(
    ({ key }) => profile.name === "plain" || !EXTRA_COLUMNS.includes(key),
  );
  const doses = Array.from({ length: doseCount }, (_, index) =>
    profile.doseColumns.map(({ title }) => (layout === "dose" ? title : `${title} ${index + 1}`)),
  );
  return [...kept.map(titleOf), ...doses.flat(), ...profile.tail.map(titleOf)];
}

function titleOf({ title }: Column<string>): string {
  return title;
}

/** How a profile writes the title of a column; the key itself when it has none. */
export function columnTitle(profile: Profile, key: ColumnKey): string {
  return [...profile.columns, ...profile.tail].find((found) => found.key === key)?.title ?? key;
}
