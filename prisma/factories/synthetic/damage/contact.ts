import { readRows } from "@/prisma/data/unit-files";
import { kindsOf } from "./kind";
import { withoutMarks } from "./letters";

/** Phone and address are never compared: what is wrong with them makes no record fail. */
export const PHONE_DAMAGE = kindsOf("phone", {
  phone_missing: [4, () => ""],
  phone_eleven_digits: [6, elevenDigits],
  phone_plus_84: [2, (phone) => phone.replace(/^0/, "+84")],
  phone_zero_lost: [2, (phone) => phone.replace(/^0/, "")],
  phone_spaces: [2, (phone) => phone.replace(/^(\d{4})(\d{3})/, "$1 $2 ")],
  phone_of_parent: [3, (_, { resident }) => resident.guardian?.phone ?? null],
});

export const ADDRESS_DAMAGE = kindsOf("address", {
  address_missing: [4, () => ""],
  address_plain: [6, (address) => withoutMarks(address).toLowerCase()],
  address_hamlet_only: [6, (_, { resident }) => resident.hamlet],
  address_short: [4, (address) => address.replace("Khu phố", "KP").replace("Tổ dân phố", "TDP")],
});

let oldPrefixes: Map<string, string> | undefined;

/** The number as it was before 15/09/2018. */
function elevenDigits(phone: string): string | null {
  oldPrefixes ??= new Map(
    readRows<{ old_prefix_11_digit: string; new_prefix_10_digit: string }>(
      "phone_prefix_2018.csv",
    ).map((row) => [row.new_prefix_10_digit, row.old_prefix_11_digit]),
  );
  const prefix = oldPrefixes.get(phone.slice(0, 3));
  return prefix ? prefix + phone.slice(3) : null;
}
