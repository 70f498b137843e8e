"""The same in another form: functions by other functions, what is joined by its parts."""
