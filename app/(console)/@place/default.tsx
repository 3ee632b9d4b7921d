export default function NoPlace() {
  return null;
}
