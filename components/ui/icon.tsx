import {
  ArrowDown,
  ArrowLeft,
  ArrowLeftRight,
  ArrowRight,
  ArrowUp,
  Bell,
  Building2,
  CalendarClock,
  Check,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  Circle,
  CircleAlert,
  CircleHelp,
  Clock,
  Columns3,
  Download,
  Ellipsis,
  EllipsisVertical,
  Equal,
  ExternalLink,
  FileSpreadsheet,
  Files,
  FileText,
  Filter,
  GitCompareArrows,
  Handshake,
  History,
  House,
  Info,
  KeyRound,
  Languages,
  ListChecks,
  Loader,
  Lock,
  LogOut,
  type LucideIcon,
  Megaphone,
  MessageSquareWarning,
  Monitor,
  Moon,
  Pencil,
  Phone,
  Plus,
  Printer,
  ScrollText,
  Search,
  ShieldCheck,
  Square,
  SquareDashed,
  SquareSquare,
  Sun,
  Trash2,
  TrendingUp,
  Undo2,
  Upload,
  User,
  Users,
  WifiOff,
  X,
} from "lucide-react";

/*
 * Icons are named by what they mean here, so that a page can send a name to the browser (a
 * component can't cross that line) and one meaning keeps one picture.
 */
const ICONS = {
  add: Plus,
  alert: CircleAlert,
  audit: ScrollText,
  bell: Bell,
  calendar: CalendarClock,
  check: Check,
  chevronDown: ChevronDown,
  chevronLeft: ChevronLeft,
  chevronRight: ChevronRight,
  box: Square,
  circle: Circle,
  clock: Clock,
  close: X,
  columns: Columns3,
  compare: GitCompareArrows,
  dark: Moon,
  directives: Megaphone,
  down: ArrowDown,
  download: Download,
  edit: Pencil,
  equal: Equal,
  external: ExternalLink,
  file: FileText,
  filledBox: SquareSquare,
  filter: Filter,
  handovers: Handshake,
  help: CircleHelp,
  gap: SquareDashed,
  history: History,
  home: House,
  imports: FileSpreadsheet,
  info: Info,
  key: KeyRound,
  language: Languages,
  left: ArrowLeft,
  light: Sun,
  lock: Lock,
  matching: GitCompareArrows,
  menu: EllipsisVertical,
  more: Ellipsis,
  officers: Users,
  offline: WifiOff,
  person: User,
  phone: Phone,
  print: Printer,
  progress: TrendingUp,
  records: Files,
  requests: MessageSquareWarning,
  remove: Trash2,
  right: ArrowRight,
  search: Search,
  settled: ShieldCheck,
  signOut: LogOut,
  spinner: Loader,
  swapped: ArrowLeftRight,
  system: Monitor,
  tasks: ListChecks,
  undo: Undo2,
  units: Building2,
  up: ArrowUp,
  upload: Upload,
} satisfies Record<string, LucideIcon>;

export type IconName = keyof typeof ICONS;

interface IconProps {
  name: IconName;
  /** Edge in pixels where text has its usual size; it grows with the text. */
  size?: number;
  /** Only where the icon stands alone; beside a word it stays silent. */
  label?: string;
  className?: string;
}

export function Icon({ name, size = 20, label, className }: IconProps) {
  const Picture = ICONS[name];
  const voice = label ? { role: "img", "aria-label": label } : { "aria-hidden": true };
  return (
    <Picture
      {...voice}
      size={`${size / 16}rem`}
      strokeWidth={1.75}
      className={className ? `shrink-0 ${className}` : "shrink-0"}
    />
  );
}
