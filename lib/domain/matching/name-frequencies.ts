/**
 * Bits carried by the words of names: −log2 of the share of people who bear the word, to one
 * decimal. Source: public name statistics (hoten.org; duyet/vietnamese-namedb, MIT) averaged over
 * cohorts and sexes; surnames by the national shares of 2005 where known. A few are estimates.
 */
// biome-ignore format: a table of words is read by eye, many to a line
export const SURNAME_BITS: Readonly<Record<string, number>> = {
  nguyễn: 1.4, trần: 3.2, lê: 3.4, phạm: 3.8, hoàng: 4.6, phan: 4.5, bùi: 5.6, võ: 5.3, hồ: 6.3,
  vũ: 5.7, đặng: 5.6, đỗ: 6.2, trương: 5.9, huỳnh: 6.0, ngô: 6.3, đinh: 6.0, dương: 6.6,
  trịnh: 6.6, nông: 6.7, mai: 6.7, hà: 6.7, đoàn: 6.8, lương: 6.8, cao: 6.9, đào: 7.0, lưu: 7.6,
  lý: 7.6, triệu: 7.7, phùng: 8.1, đàm: 8.1, chu: 8.2, văn: 8.2, vi: 8.4, thái: 8.4, lâm: 8.4,
  tạ: 8.5, vương: 8.5, tô: 8.6, hứa: 8.8, đậu: 8.8, châu: 8.8, quách: 9.4, lục: 9.4, ma: 9.5,
  lại: 9.5, tống: 9.6, la: 9.7, bế: 9.7, mã: 9.9, mông: 10.0, đồng: 10.0, kiều: 10.0, thân: 10.1,
  tăng: 10.3, sầm: 10.5, lò: 10.5, từ: 10.5, vy: 10.5, long: 10.6, bạch: 10.6, lăng: 10.6,
  ksor: 11.3, siu: 11.3, kpă: 11.3, nay: 11.3, ayun: 11.3, niê: 11.3, mlô: 11.3, kbuôr: 11.3,
  thạch: 11.3, sơn: 11.3, kim: 11.3, danh: 11.3, kiên: 11.3, giàng: 11.3, vàng: 11.3, sùng: 11.3,
  thào: 11.3, mùa: 11.3, lầu: 11.3, xồng: 11.3, vừ: 11.3, quàng: 11.3, tòng: 11.3, cầm: 11.3,
  đèo: 11.3, lường: 11.3, lữ: 11.3, bàn: 11.3, phàn: 11.3, tẩn: 11.3, chảo: 11.3, điểu: 11.3,
  bling: 11.3, a: 11.3, y: 11.3,
};

// biome-ignore format: a table of words is read by eye, many to a line
export const MIDDLE_BITS: Readonly<Record<string, number>> = {
  thị: 1.7, văn: 3.0, ngọc: 4.5, thanh: 5.2, minh: 5.4, đức: 5.5, hữu: 5.8, quang: 5.8, xuân: 6.0,
  nguyễn: 6.0, đình: 6.1, hoàng: 6.1, lê: 6.4, công: 6.5, duy: 6.7, trần: 6.8, kim: 6.9,
  trọng: 6.9,
};

// biome-ignore format: a table of words is read by eye, many to a line
export const GIVEN_BITS: Readonly<Record<string, number>> = {
  anh: 5.6, linh: 6.3, ngọc: 6.5, vy: 6.5, thảo: 6.7, trang: 6.7, nhi: 6.7, phương: 6.8, thư: 7.0,
  hân: 7.1, ngân: 7.2, tuấn: 7.2, như: 7.3, nguyên: 7.3, hoàng: 7.3, huy: 7.5, hiếu: 7.5,
  quỳnh: 7.5, my: 7.6, hùng: 7.7, nam: 7.7, hiền: 7.7, yến: 7.7, hằng: 7.7, sơn: 7.7, đức: 7.7,
  an: 7.7, trâm: 7.8, uyên: 7.8, hương: 7.8, tâm: 7.9, dũng: 7.9, tư: 7.9, năm: 7.9, sáu: 7.9,
  bảy: 7.9, tám: 7.9, chín: 7.9, mười: 7.9, út: 7.9, hai: 7.9, ba: 7.9, sửu: 7.9, dần: 7.9,
  hợi: 7.9, xuyến: 7.9, vân: 7.9, thành: 7.9, hải: 8.0, thanh: 8.0, đạt: 8.0, cường: 8.0,
  long: 8.0, duyên: 8.0, trung: 8.0, nhân: 8.0, minh: 8.0, dương: 8.1, mai: 8.1, lộc: 8.1,
  trinh: 8.1, giang: 8.1, vinh: 8.1, huyền: 8.2, thắng: 8.2, trân: 8.2, thọ: 8.3, lực: 8.3,
  châu: 8.3, tiên: 8.4, phúc: 8.4, trúc: 8.4, duy: 8.4, tiến: 8.5, nghi: 8.5, dung: 8.5,
  nhung: 8.5, quang: 8.5, thủy: 8.5, thương: 8.5, hòa: 8.6, quyên: 8.6, trường: 8.6, bình: 8.6,
  tài: 8.6, đắc: 8.6, khanh: 8.6, chính: 8.6, bính: 8.6, ất: 8.6, giáp: 8.6, mão: 8.6, thìn: 8.6,
  tỵ: 8.6, ngọ: 8.6, tuất: 8.6, cầu: 8.6, nhẫn: 8.6, kế: 8.6, ước: 8.6, nghị: 8.6, đoàn: 8.6,
  cương: 8.6, bền: 8.6, hoạch: 8.6, thuyết: 8.6, thể: 8.6, tiếp: 8.6, hồi: 8.6, vượng: 8.6,
  khôi: 8.6, đạo: 8.6, thy: 8.6, nga: 8.7, toàn: 8.7, ý: 8.7, thắm: 8.7, chi: 8.7, ánh: 8.8,
  hưng: 8.8, phong: 8.8, tùng: 8.8, hạnh: 8.8, khánh: 8.9, bảo: 8.9, na: 8.9, đào: 8.9, cúc: 8.9,
  quân: 8.9, thơm: 9.0, oanh: 9.0, hậu: 9.0, tuyền: 9.0, lành: 9.0, nghĩa: 9.0, lâm: 9.0, ly: 9.0,
  mạnh: 9.1, phượng: 9.1, thúy: 9.1, việt: 9.2, thịnh: 9.2, hoa: 9.2, quý: 9.2, nở: 9.2, nụ: 9.2,
  bưởi: 9.2, mận: 9.2, gái: 9.2, bé: 9.2, nhỡ: 9.2, xoan: 9.2, tý: 9.2, mùi: 9.2, hiên: 9.2,
  chắt: 9.2, lượt: 9.2, nhài: 9.2, chút: 9.2, cải: 9.2, thoan: 9.2, khuyên: 9.2, nhạn: 9.2,
  bông: 9.2, lụa: 9.2, tằm: 9.2, ngát: 9.2, mến: 9.2, mừng: 9.2, hồng: 9.2, hiệp: 9.3, tân: 9.3,
  phú: 9.3, thu: 9.3, thiện: 9.3, thái: 9.3, loan: 9.4, nhật: 9.4, thuận: 9.4, công: 9.4,
  sang: 9.4, phước: 9.5, vi: 9.5, lan: 9.5, quốc: 9.5, vương: 9.6, kim: 9.6, khoa: 9.6, trí: 9.7,
  kiên: 9.7, chiến: 9.7, thùy: 9.8, huệ: 9.8, trọng: 9.8, nguyệt: 9.8, tuyết: 9.9, diễm: 9.9,
  lam: 9.9, liên: 10.0, tín: 10.0, phát: 10.1, đại: 10.1, hường: 10.1, thông: 10.1, hoài: 10.1,
  đông: 10.2, kiều: 10.2, phi: 10.2, lệ: 10.2, chung: 10.2, xuân: 10.3, lợi: 10.4, quyền: 10.4,
  luân: 10.5, diệu: 10.6, sương: 10.6, khải: 10.6, hoàn: 10.7, thiên: 10.7, danh: 10.7,
  kiệt: 10.7, khang: 10.8, quyết: 10.8, bích: 10.8, thi: 10.8, thạch: 10.8, văn: 10.9, cảnh: 10.9,
  mỹ: 10.9, nhàn: 10.9,
};
