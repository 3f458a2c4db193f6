"""What stands behind the ports: AWS, threads, the system clock."""
