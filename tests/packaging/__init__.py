"""What installers are made of, checked without building one."""
