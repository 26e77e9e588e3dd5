-- The days of the year that differ from the week: days off, and Saturdays or Sundays that are worked.

-- CreateTable
CREATE TABLE "work_calendar" (
    "day" DATE NOT NULL,
    "working" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "estimated" BOOLEAN NOT NULL DEFAULT false,
    "updated_by_id" UUID,
    "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "work_calendar_pkey" PRIMARY KEY ("day")
);

-- Everybody's to read, as settings are; a command of the centre's administrator writes it.
GRANT SELECT, INSERT, UPDATE, DELETE ON "work_calendar" TO portal_app;

INSERT INTO "work_calendar" ("day", "working", "name", "source", "estimated") VALUES
  ('2025-01-01', false, 'Tết Dương lịch', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2025-01-27', false, 'Tết Ất Tỵ (28 tháng Chạp)', 'Thông báo 6150/TB-BLĐTBXH', false),
  ('2025-01-28', false, 'Tết Ất Tỵ (29 tháng Chạp)', 'Thông báo 6150/TB-BLĐTBXH', false),
  ('2025-01-29', false, 'Tết Ất Tỵ (mùng 1)', 'Thông báo 6150/TB-BLĐTBXH', false),
  ('2025-01-30', false, 'Tết Ất Tỵ (mùng 2)', 'Thông báo 6150/TB-BLĐTBXH', false),
  ('2025-01-31', false, 'Tết Ất Tỵ (mùng 3)', 'Thông báo 6150/TB-BLĐTBXH', false),
  ('2025-04-07', false, 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2025-04-26', true, 'Làm bù cho ngày 2/5', 'Thông báo 6150/TB-BLĐTBXH', false),
  ('2025-04-30', false, 'Ngày Chiến thắng', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2025-05-01', false, 'Quốc tế Lao động', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2025-05-02', false, 'Hoán đổi với thứ Bảy 26/4', 'Thông báo 6150/TB-BLĐTBXH', false),
  ('2025-09-01', false, 'Quốc khánh (ngày liền kề)', 'Thông báo 6150/TB-BLĐTBXH', false),
  ('2025-09-02', false, 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2026-01-01', false, 'Tết Dương lịch', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2026-01-02', false, 'Hoán đổi với thứ Bảy 10/1', 'Bộ Nội vụ, hoán đổi ngày làm việc dịp Tết Dương lịch 2026', false),
  ('2026-01-10', true, 'Làm bù cho ngày 2/1', 'Bộ Nội vụ, hoán đổi ngày làm việc dịp Tết Dương lịch 2026', false),
  ('2026-02-16', false, 'Tết Bính Ngọ (29 tháng Chạp)', 'Thông báo 9441/TB-BNV', false),
  ('2026-02-17', false, 'Tết Bính Ngọ (mùng 1)', 'Thông báo 9441/TB-BNV', false),
  ('2026-02-18', false, 'Tết Bính Ngọ (mùng 2)', 'Thông báo 9441/TB-BNV', false),
  ('2026-02-19', false, 'Tết Bính Ngọ (mùng 3)', 'Thông báo 9441/TB-BNV', false),
  ('2026-02-20', false, 'Tết Bính Ngọ (mùng 4)', 'Thông báo 9441/TB-BNV', false),
  ('2026-04-26', false, 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2026-04-27', false, 'Nghỉ bù Giỗ Tổ Hùng Vương', 'Bộ luật Lao động 2019, Điều 111', false),
  ('2026-04-30', false, 'Ngày Chiến thắng', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2026-05-01', false, 'Quốc tế Lao động', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2026-08-22', true, 'Làm bù cho ngày 31/8', 'Thông báo 9441/TB-BNV', false),
  ('2026-08-31', false, 'Hoán đổi với thứ Bảy 22/8', 'Thông báo 9441/TB-BNV', false),
  ('2026-09-01', false, 'Quốc khánh (ngày liền kề)', 'Thông báo 9441/TB-BNV', false),
  ('2026-09-02', false, 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2026-11-24', false, 'Ngày Văn hóa Việt Nam', 'Nghị quyết 28/2026/QH16', false),
  ('2027-01-01', false, 'Tết Dương lịch', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2027-02-05', false, 'Tết Đinh Mùi (29 tháng Chạp)', 'Ước theo Điều 112, chưa có thông báo', true),
  ('2027-02-06', false, 'Tết Đinh Mùi (mùng 1)', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2027-02-07', false, 'Tết Đinh Mùi (mùng 2)', 'Ước theo Điều 112, chưa có thông báo', true),
  ('2027-02-08', false, 'Tết Đinh Mùi (mùng 3)', 'Ước theo Điều 112, chưa có thông báo', true),
  ('2027-02-09', false, 'Tết Đinh Mùi (mùng 4)', 'Ước theo Điều 112, chưa có thông báo', true),
  ('2027-02-10', false, 'Nghỉ bù Tết Đinh Mùi', 'Ước theo Điều 111, chưa có thông báo', true),
  ('2027-02-11', false, 'Nghỉ bù Tết Đinh Mùi', 'Ước theo Điều 111, chưa có thông báo', true),
  ('2027-04-16', false, 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2027-04-30', false, 'Ngày Chiến thắng', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2027-05-01', false, 'Quốc tế Lao động', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2027-05-03', false, 'Nghỉ bù Quốc tế Lao động', 'Bộ luật Lao động 2019, Điều 111', false),
  ('2027-09-02', false, 'Quốc khánh', 'Bộ luật Lao động 2019, Điều 112', false),
  ('2027-09-03', false, 'Quốc khánh (ngày liền kề)', 'Ước theo Điều 112, chưa có thông báo', true),
  ('2027-11-24', false, 'Ngày Văn hóa Việt Nam', 'Nghị quyết 28/2026/QH16', false);
